package io.kairos.local.imports;

import java.util.Map;

/**
 * What one reason kept out.
 *
 * @param rows rows refused one by one
 * @param events events refused as a whole, by the label of their type; their rows may be among
 *     {@code rows}
 * @param example the first row, with its line; null: no row
 */
public record LeftOutCount(long rows, Map<String, Long> events, String example) {
  public LeftOutCount {
    events = Map.copyOf(events);
  }
}
