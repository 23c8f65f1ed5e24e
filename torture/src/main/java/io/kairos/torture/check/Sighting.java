package io.kairos.torture.check;

import java.util.Arrays;

/**
 * A trigger that went out, once or more often.
 *
 * @param eventTimeMillis the release in event time
 * @param value of its first record, Avro in single-object encoding
 * @param place of its first record, as partition/offset
 * @param times how often it went out
 * @param contradictions how many of the repeats had another value than the first
 */
public record Sighting(
    String id,
    String customerId,
    String rule,
    long eventTimeMillis,
    byte[] value,
    String place,
    int times,
    int contradictions) {

  /** The same after one more record. */
  Sighting again(byte[] repeat) {
    int differs = Arrays.equals(value, repeat) ? 0 : 1;
    return new Sighting(
        id, customerId, rule, eventTimeMillis, value, place, times + 1, contradictions + differs);
  }
}
