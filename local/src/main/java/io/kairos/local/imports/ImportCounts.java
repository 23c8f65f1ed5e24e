package io.kairos.local.imports;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a file.
 *
 * @param rows rows read, without header and blank lines
 * @param types events that go in, by the label of their type, such as {@code order.paid}
 * @param leftOut what does not go in, by reason; reasons that never occurred are absent
 * @param customers who they are about
 * @param span when they happened; null: no event goes in
 */
public record ImportCounts(
    long rows,
    Map<String, TypeCount> types,
    Map<LeftOut, LeftOutCount> leftOut,
    Customers customers,
    Span span) {

  /**
   * Distinct customers of the events that go in.
   *
   * @param all with any event
   * @param buyers with an {@code order.paid}
   */
  public record Customers(long all, long buyers) {}

  /**
   * Event times.
   *
   * @param first of the earliest event that goes in
   * @param last of the latest
   */
  public record Span(Instant first, Instant last) {}

  public ImportCounts {
    types = Collections.unmodifiableMap(new TreeMap<>(types));
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
  }

  /** Events that go in. */
  public long events() {
    return types.values().stream().mapToLong(TypeCount::events).sum();
  }

  /** Events of one type that go in. */
  public TypeCount type(String label) {
    return types.getOrDefault(label, TypeCount.ZERO);
  }

  /** What one reason kept out. */
  public LeftOutCount leftOut(LeftOut reason) {
    return leftOut.getOrDefault(reason, new LeftOutCount(0, Map.of(), null));
  }

  /** Events of one type that the file holds: those that go in and those left out as a whole. */
  public long inFile(String label) {
    return type(label).events()
        + leftOut.values().stream()
            .mapToLong(refused -> refused.events().getOrDefault(label, 0L))
            .sum();
  }
}
