package io.kairos.local.backtest;

import io.kairos.engine.event.Event;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportReport;
import io.kairos.local.imports.ImportRequest;
import io.kairos.local.imports.UnsortedImport;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Files of one import format. Each event arrives when it happens, as in a replay, so the order of
 * the files and of the rows in them does not matter beyond {@link Event#ORDER}.
 *
 * @param files at least one
 */
public record FileSource(ImportFormat format, List<Path> files) implements EventSource {

  @Override
  public String topicPrefix() {
    return Topics.DEFAULT_PREFIX;
  }

  @Override
  public List<String> read(Period period, RecordTaker taker, Watch watch) throws IOException {
    UnsortedImport events = new UnsortedImport(format);
    long total = 0;
    for (Path file : files) {
      total += Files.size(file);
    }
    long before = 0;
    for (Path file : files) {
      ImportRequest request =
          request(file, period.to(), new FileProgress(before, total, watch.progress()));
      events.read(request, event -> taker.take(() -> LogRecord.of(event)));
      before += Files.size(file);
    }
    return new ImportReport(format, events.counts()).lines();
  }

  /** How far all files are, of which some bytes were read before this one. */
  private record FileProgress(long before, long total, BacktestProgress all) {
    void read(long bytes) {
      all.at(BacktestProgress.Step.READING_FILE, before + bytes, total);
    }
  }

  private static ImportRequest request(Path file, Optional<Instant> until, FileProgress progress) {
    ImportRequest request =
        ImportRequest.of(file).withProgress((bytes, size) -> progress.read(bytes));
    return until.map(request::withUntil).orElse(request);
  }
}
