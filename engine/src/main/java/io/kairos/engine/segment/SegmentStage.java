package io.kairos.engine.segment;

import io.kairos.engine.event.EventName;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.profile.Spending;
import java.util.Optional;

/**
 * Third stage: which tier a customer holds. It rises at once; what the calendar takes away is
 * reviewed once a month, at the turn of the month plus a part of {@link #SPREAD_MILLIS} that the
 * customer's id fixes, so that not everybody's turns at one instant.
 */
public record SegmentStage(Shop shop, TierLadder ladder) {
  /** Over how long the reviews of a month are spread: 6 hours. */
  public static final long SPREAD_MILLIS = 6 * 60 * 60 * 1000L;

  /**
   * What a review comes to.
   *
   * @param occurred that the tier rose or fell; nothing if it stayed
   */
  public record Result(Standing standing, Optional<Occurrence> occurred) {}

  /** The standing at an instant, epoch milliseconds. */
  public Result review(Standing old, CustomerProfile profile, String customerId, long now) {
    int month = shop.monthOf(now);
    Spending spending = profile.spending().rolledTo(month);
    Tier tier = ladder.of(spending);
    long reviewAt = tier == Tier.NONE ? Long.MAX_VALUE : nextReview(customerId, month, now);
    if (tier == old.tier()) {
      return new Result(new Standing(tier, old.sinceMillis(), reviewAt), Optional.empty());
    }
    EventName name =
        tier.compareTo(old.tier()) > 0 ? EventName.TIER_RAISED : EventName.TIER_LOWERED;
    Occurrence occurrence = new Occurrence(name, now, null, null, Hash.of64(tier.label() + now));
    return new Result(new Standing(tier, now, reviewAt), Optional.of(occurrence));
  }

  private long nextReview(String customerId, int month, long now) {
    long spread = Math.floorMod(Hash.of64("tier-review", customerId), SPREAD_MILLIS);
    long thisMonth = shop.startOf(month) + spread;
    return thisMonth > now ? thisMonth : shop.startOf(month + 1) + spread;
  }
}
