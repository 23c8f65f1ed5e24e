package io.kairos.engine.event;

/**
 * The price of one unit.
 *
 * @param unitMinor asked, in minor units; 0 where not known
 * @param listMinor before discount, in minor units; 0 where not known
 * @param currency ISO 4217; null for the shop's
 */
public record Price(long unitMinor, long listMinor, String currency) {
  public static final Price UNKNOWN = new Price(0, 0, null);

  /** Whether less is asked than before. */
  public boolean reduced() {
    return unitMinor > 0 && unitMinor < listMinor;
  }
}
