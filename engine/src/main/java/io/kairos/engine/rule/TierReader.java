package io.kairos.engine.rule;

import io.kairos.engine.segment.Tier;
import io.kairos.engine.segment.TierLadder;
import io.kairos.engine.segment.TierLadder.Rung;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads the tiers of a rule file.
 *
 * @param minorDigits digits of the shop's minor unit
 */
record TierReader(Section file, int minorDigits) {

  /** What each tier demands: none less than one below it. */
  TierLadder read() {
    Map<Tier, Rung> rungs = new EnumMap<>(Tier.class);
    Map<Tier, Section> places = new EnumMap<>(Tier.class);
    for (Section section : file.sections("tiers", "tier")) {
      Rung rung = rung(section);
      if (rungs.put(rung.tier(), rung) != null) {
        throw section.wrong("id", "two tiers are called '" + rung.tier().label() + "'");
      }
      places.put(rung.tier(), section);
    }
    Rung below = null;
    for (Rung rung : rungs.values()) {
      if (below != null) {
        requireAbove(rung, below, places.get(rung.tier()));
      }
      below = rung;
    }
    return new TierLadder(rungs.values().stream().toList());
  }

  private Rung rung(Section tier) {
    tier.only("id", "monthlyAverage", "orders");
    long minor = tier.read("monthlyAverage", tier.text("monthlyAverage"), this::minor);
    Tier id = tier.read("id", tier.text("id"), Tier::of);
    if (id == Tier.NONE) {
      throw tier.wrong("id", "'none' is what customers without a tier have: it demands nothing");
    }
    return new Rung(id, minor, tier.number("orders", 0, 0, Integer.MAX_VALUE));
  }

  private static void requireAbove(Rung rung, Rung below, Section place) {
    if (rung.monthlyAverageMinor() < below.monthlyAverageMinor()) {
      throw place.wrong("monthlyAverage", demandsLess(rung, below));
    }
    if (rung.orders() < below.orders()) {
      throw place.wrong("orders", demandsLess(rung, below));
    }
  }

  private static String demandsLess(Rung rung, Rung below) {
    return "'%s' demands less than '%s', the tier below it"
        .formatted(rung.tier().label(), below.tier().label());
  }

  private long minor(String amount) {
    if (!amount.matches("\\d{1,12}(\\.\\d+)?")) {
      throw new IllegalArgumentException("'" + amount + "' is no amount");
    }
    return new BigDecimal(amount).movePointRight(minorDigits).longValueExact();
  }
}
