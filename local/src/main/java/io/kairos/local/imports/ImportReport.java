package io.kairos.local.imports;

import io.kairos.local.view.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The counts of an import as text for people.
 *
 * @param format what was imported
 * @param counts what became of it
 */
public record ImportReport(ImportFormat format, ImportCounts counts) {

  /**
   * A line for the rows, one for each type of event, one for the customers, one for each reason.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "%,d rows of %s, %,d events%s", counts.rows(), format.name(), counts.events(), span()));
    counts.types().forEach((label, count) -> lines.add(line(label, count)));
    lines.add(
        text(
            "%,d customers, %,d with a purchase",
            counts.customers().all(), counts.customers().buyers()));
    counts.leftOut().forEach((reason, refused) -> lines.add(line(reason, refused)));
    return lines.stream().map(Columns::harmless).toList();
  }

  private String span() {
    return counts.span() == null
        ? ""
        : " from %s to %s".formatted(counts.span().first(), counts.span().last());
  }

  private String line(String label, TypeCount count) {
    String events = text("%s: %,d of %,d in the file", label, count.events(), counts.inFile(label));
    return count.amountMinor() == 0 ? events : events + ", " + amount(count.amountMinor());
  }

  private String amount(long minor) {
    int decimals = MinorUnits.of(format.currency()).decimals();
    String number = text("%,." + decimals + "f", BigDecimal.valueOf(minor, decimals));
    return format.currency() == null ? number : number + " " + format.currency();
  }

  private static String line(LeftOut reason, LeftOutCount refused) {
    long events = refused.events().values().stream().mapToLong(Long::longValue).sum();
    String count = text("left out, %s: %,d rows, %,d events", reason, refused.rows(), events);
    return refused.example() == null ? count : count + "; first: " + refused.example();
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
