package io.kairos.local.fit;

import io.kairos.engine.profile.Shop;
import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportReport;
import io.kairos.local.imports.ImportRequest;
import io.kairos.local.imports.SortedImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One fit: the file's purchases, the two searches, the report and the model file. */
public final class Fit {
  /** With fewer, any parameters would do. */
  private static final int FEWEST_REPEATERS = 10;

  private final FitRequest request;
  private final PrintWriter out;
  private final FitProgress progress;

  /**
   * @param out takes the report
   * @param err takes progress and warnings
   */
  public Fit(FitRequest request, PrintWriter out, PrintWriter err) {
    this.request = request;
    this.out = out;
    this.progress = new FitProgress(err);
  }

  /**
   * Runs it to its end.
   *
   * @throws CommandError if the file has too few repeat purchases, the model cannot be written, or
   *     the run is to end
   */
  public void run() throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      run(stop);
    }
  }

  void run(StopSignal stop) throws IOException {
    long started = System.nanoTime();
    FitReport report = fit(stop);
    report.lines(Duration.ofNanos(System.nanoTime() - started)).forEach(out::println);
    report.warnings().forEach(warning -> progress.say("Warning: " + warning + "."));
    request.out().ifPresent(file -> write(report, file));
    out.flush();
  }

  private FitReport fit(StopSignal stop) throws IOException {
    ImportFormat format = request.format();
    try (SortedImport events = read(stop)) {
      new ImportReport(format, events.counts()).lines().forEach(out::println);
      LocalDate end = end(events);
      PurchaseHistories histories =
          PurchaseHistories.count(events, new Shop(format.currency(), format.zone()), end, stop);
      List<PurchaseHistory> paying = paying(histories);
      stop.throwIfRequested();
      progress.say("Fitting ...");
      return new FitReport(
          new FitReport.Source(format.name(), format.currency()),
          end,
          histories,
          BgNbdFit.of(histories.customers(), stop),
          GammaGammaFit.of(paying, stop));
    }
  }

  private SortedImport read(StopSignal stop) throws IOException {
    ImportRequest file =
        ImportRequest.of(request.file())
            .withProgress(
                (bytes, total) -> {
                  stop.throwIfRequested();
                  progress.reading(bytes, total);
                });
    try {
      return SortedImport.open(
          request.format(), request.until().map(day -> file.withUntil(endOf(day))).orElse(file));
    } finally {
      progress.done();
    }
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(request.format().zone()).toInstant().minusMillis(1);
  }

  private LocalDate end(SortedImport events) {
    if (events.counts().events() == 0) {
      throw new CommandError("nothing to fit: no event of " + request.file() + " goes in");
    }
    return request
        .until()
        .orElseGet(
            () -> events.counts().span().last().atZone(request.format().zone()).toLocalDate());
  }

  /** Repeat customers with a spend, enough of them. */
  private static List<PurchaseHistory> paying(PurchaseHistories histories) {
    List<PurchaseHistory> paying =
        histories.repeaters().stream().filter(customer -> customer.meanSpend() > 0).toList();
    if (paying.size() < FEWEST_REPEATERS) {
      throw new CommandError(
          ("too few repeat customers: %d of %d paid on more than one day, a fit needs at least %d;"
                  + " give a longer file or a later --until")
              .formatted(paying.size(), histories.customers().size(), FEWEST_REPEATERS));
    }
    return paying;
  }

  private void write(FitReport report, Path file) {
    try {
      Files.writeString(file, report.modelFile());
    } catch (IOException unwritable) {
      throw new CommandError("cannot write the model to " + file + ": " + unwritable, unwritable);
    }
    out.println("model        " + file);
  }
}
