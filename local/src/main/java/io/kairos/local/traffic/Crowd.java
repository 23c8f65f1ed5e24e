package io.kairos.local.traffic;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Who takes part in the traffic.
 *
 * @param idPrefix what every customer's id begins with; ids of events, carts and orders follow it
 * @param zone where they live: the hours of their day, and so their quiet hours
 */
public record Crowd(String idPrefix, ZoneOffset zone) {
  /** The customers of a demo, who live where the shop is; China has not moved its clocks lately. */
  static final Crowd OF_THE_SHOP = new Crowd("c", ZoneOffset.ofHours(8));

  private static final int MORNING_HOUR = 10;
  private static final int HALF_A_DAY = 12;

  /**
   * Customers for whom it is between ten and eleven in the morning, so that eleven hours are left
   * to their first quiet hour.
   */
  public static Crowd whereItIsMorning(String idPrefix, Instant now) {
    int ahead = MORNING_HOUR - now.atOffset(ZoneOffset.UTC).getHour();
    return new Crowd(idPrefix, ZoneOffset.ofHours(ahead < -HALF_A_DAY ? ahead + 24 : ahead));
  }

  /** Zone id that a registration tells; null where it is the shop's own. */
  String toldZone() {
    return zone.equals(OF_THE_SHOP.zone) ? null : zone.getId();
  }
}
