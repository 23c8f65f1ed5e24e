package io.kairos.engine.profile;

import io.kairos.engine.interest.PriceLevel;
import java.util.List;
import java.util.Map;

/**
 * What numbers and names of a profile mean to the shop. Asked when a profile is read, so that a
 * change needs no history. Amounts are in the major unit.
 *
 * @param rfm cuts of the scores
 * @param priceBands rising limits between price bands: prices below the first are band 1
 * @param pattern what counts as often and as much
 * @param tables by name, such as city-tiers and brand-tiers; a key {@value #ANY_OTHER} stands for
 *     all that are not named
 * @param places those of the table {@value #PLACES}
 */
public record Yardsticks(
    RfmCuts rfm,
    List<Double> priceBands,
    Pattern pattern,
    Map<String, Map<String, String>> tables,
    Places places) {
  /** The key of a table that stands for all that are not named. */
  public static final String ANY_OTHER = "*";

  /** The table of places. */
  public static final String PLACES = "places";

  public static final Yardsticks DEFAULT =
      new Yardsticks(
          new RfmCuts(
              List.of(30.0, 90.0, 180.0, 365.0),
              List.of(2.0, 3.0, 5.0, 10.0),
              List.of(100.0, 500.0, 2_000.0, 5_000.0)),
          List.of(50.0, 200.0, 500.0, 2_000.0),
          new Pattern(6, 500),
          Map.of());

  /**
   * @throws IllegalArgumentException if an entry of the table of places is none
   */
  public Yardsticks(
      RfmCuts rfm,
      List<Double> priceBands,
      Pattern pattern,
      Map<String, Map<String, String>> tables) {
    this(rfm, priceBands, pattern, tables, Places.of(tables.getOrDefault(PLACES, Map.of())));
  }

  /**
   * What counts as often and as much.
   *
   * @param orders orders in 365 days from which on it is often
   * @param value mean value of an order from which on it is high
   */
  public record Pattern(double orders, double value) {

    /** The pattern in words: frequency and value. */
    public String of(double ordersInYear, double averageOrder) {
      String frequency = ordersInYear >= orders ? "high-frequency" : "low-frequency";
      return frequency + (averageOrder >= value ? "-high-value" : "-low-value");
    }
  }

  /** What a table says of a key; null for nothing. */
  public String lookup(String table, String key) {
    Map<String, String> entries = tables.getOrDefault(table, Map.of());
    return entries.getOrDefault(key, entries.get(ANY_OTHER));
  }

  /** The band that prices fall into, from 1. */
  public int priceBand(PriceLevel prices, double minorPerMajor) {
    int band = 1;
    for (double limit : priceBands) {
      band += prices.isAtLeast(limit * minorPerMajor) ? 1 : 0;
    }
    return band;
  }
}
