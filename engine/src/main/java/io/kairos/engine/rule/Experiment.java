package io.kairos.engine.rule;

import io.kairos.engine.pack.Hash;
import java.util.List;

/**
 * Groups of customers that are treated differently, to compare them. The draw is a hash of customer
 * and name, so that the same customer is always in the same group; holdout and variant are drawn
 * apart.
 *
 * @param name of the experiment; the rule's id where it has none
 * @param holdout share that gets nothing, 0 to 1
 * @param variants shares add up to 1; empty where there is only a holdout
 */
public record Experiment(String name, double holdout, List<Variant> variants) {
  /** Name of the draw of those whom all marketing leaves alone. */
  public static final String EVERYWHERE = "everywhere";

  private static final double RANGE = 0x1p53;

  /**
   * One way to speak.
   *
   * @param share of the customers, above 0, at most 1
   * @param steps the rule's steps as this variant has them
   */
  public record Variant(Name name, double share, List<Step> steps) {}

  /** Whether a customer gets nothing. */
  public boolean holdsOut(String customerId) {
    return isHeldOut(customerId, name, holdout);
  }

  /** Whether a customer is in the group of a name that gets nothing. */
  public static boolean isHeldOut(String customerId, String name, double share) {
    return share > 0 && draw("holdout", customerId, name) < share;
  }

  /** The variant of a mark; null for none, as where another rule file has no more of that name. */
  Variant variant(int mark) {
    for (int i = 0; i < variants.size(); i++) {
      if (variants.get(i).name().is(mark)) {
        return variants.get(i);
      }
    }
    return null;
  }

  /** The mark of the customer's variant; 0 where there are none. */
  int variantOf(String customerId) {
    if (variants.isEmpty()) {
      return 0;
    }
    double drawn = draw("variant", customerId, name);
    double upTo = 0;
    for (int i = 0; i < variants.size(); i++) {
      upTo += variants.get(i).share();
      if (drawn < upTo) {
        return variants.get(i).name().mark();
      }
    }
    return variants.get(variants.size() - 1).name().mark();
  }

  /** From 0 up to 1. */
  private static double draw(String salt, String customerId, String name) {
    return (Hash.of64(salt, customerId, name) >>> 11) / RANGE;
  }
}
