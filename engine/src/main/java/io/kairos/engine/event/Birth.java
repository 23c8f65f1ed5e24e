package io.kairos.engine.event;

/**
 * When a customer was born, as far as it is known.
 *
 * @param year 0 where not known
 * @param month 1 to 12; 0 where not known
 * @param day 1 to 31; 0 where not known
 */
public record Birth(int year, int month, int day) {
  public static final Birth UNKNOWN = new Birth(0, 0, 0);
}
