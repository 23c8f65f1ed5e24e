package io.kairos.local.fit;

import io.kairos.engine.predict.BgNbd;
import io.kairos.engine.predict.GammaGamma;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.predict.PredictionModel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a fit found, for people and as a model file.
 *
 * @param source what the purchases were read from
 * @param end last day of the observation
 * @param histories what it was fitted to
 */
record FitReport(
    Source source,
    LocalDate end,
    PurchaseHistories histories,
    Fitted<BgNbd> purchases,
    Fitted<GammaGamma> spend) {
  private static final double DAYS_PER_WEEK = 7;

  /** Name of the file's format and ISO 4217 code of its amounts. */
  record Source(String format, String currency) {}

  List<String> lines(Duration took) {
    List<String> lines = new ArrayList<>();
    lines.add("fitted to    " + customers());
    if (!histories.refused().isEmpty()) {
      lines.add("left out     " + refused());
    }
    lines.add("BG/NBD       " + purchasesFound());
    lines.add("Gamma-Gamma  " + spendFound());
    lines.add(text("time         %.1f s", took.toMillis() / 1000.0));
    return lines;
  }

  /** What the purchases do not tell; empty where they tell all. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!purchases.determined()) {
      warnings.add(
          "the purchases leave a parameter of BG/NBD open: it ran to the end of its range");
    }
    if (!spend.determined()) {
      warnings.add(
          "the spend leaves a parameter of Gamma-Gamma open: it ran to the end of its range");
    }
    return warnings;
  }

  /** The model file, with what it rests on as comments. */
  String modelFile() {
    PredictionModel model =
        new PredictionModel(
            source.format() + "-" + end, DAYS_PER_WEEK, purchases.model(), spend.model());
    return """
        # Written by kairos fit. Times in weeks, amounts in %s.
        # Fitted to %s.
        # BG/NBD: log-likelihood %s. Gamma-Gamma: log-likelihood %s.
        """
            .formatted(
                source.currency(),
                customers(),
                text("%.4f", purchases.logLikelihood()),
                text("%.4f", spend.logLikelihood()))
        + ModelFile.write(model);
  }

  private String customers() {
    return text(
        "%,d customers of %s up to %s, %,d with repeat purchases",
        histories.customers().size(), source.format(), end, histories.repeaters().size());
  }

  private String refused() {
    long orders = histories.refused().values().stream().mapToLong(Long::longValue).sum();
    String reasons =
        histories.refused().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(reason -> text("%,d %s", reason.getValue(), reason.getKey()))
            .collect(Collectors.joining(", "));
    return text("%,d paid orders that the job would refuse (%s)", orders, reasons);
  }

  private String purchasesFound() {
    BgNbd model = purchases.model();
    return text(
        "r %.4f, alpha %.4f, a %.4f, b %.4f (weeks), log-likelihood %.4f",
        model.r(), model.alpha(), model.a(), model.b(), purchases.logLikelihood());
  }

  private String spendFound() {
    GammaGamma model = spend.model();
    return text(
        "p %.4f, q %.4f, v %.4f (%s), log-likelihood %.4f",
        model.p(), model.q(), model.v(), source.currency(), spend.logLikelihood());
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
