package io.kairos.engine.segment;

import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Third stage: the tier that a customer holds, the lifecycle stage, the segments. All are looked at
 * after each event, and at the instants at which time alone may change them. A tier rises and falls
 * at once with an event; what the calendar takes away goes at the customer's turn of the month.
 */
public record SegmentStage(SegmentSet declared) {

  /**
   * What a review comes to.
   *
   * @param occurred what was entered and left
   */
  public record Result(Standing standing, List<Occurrence> occurred) {}

  /** The standing of a customer, whose old standing is among the facts. */
  public Result review(Standing old, Facts facts) {
    Review review = new Review(old, facts);
    review.tier(declared.tiers());
    review.stage(declared.stages());
    declared.segments().forEach(review::segment);
    review.leaveAllBut(declared.segments());
    long checkAt = Math.min(review.flips, tierFalls(review.standing, facts));
    return new Result(review.standing.checkedAt(checkAt), review.occurred);
  }

  /** When the calendar may take the tier away. */
  private static long tierFalls(Standing standing, Facts facts) {
    return standing.rank() == Tier.NONE ? Long.MAX_VALUE : facts.sixMonthsChange();
  }

  /** One look at everything, in the order in which conditions may build on each other. */
  private static final class Review {
    private final long now;
    private final List<Occurrence> occurred = new ArrayList<>();
    private Standing standing;
    private Facts facts;
    private long flips = Long.MAX_VALUE;

    Review(Standing old, Facts facts) {
      this.standing = old;
      this.facts = facts.of(old);
      this.now = facts.nowMillis();
    }

    void tier(TierLadder ladder) {
      Tier before = standing.rank();
      Tier tier = ladder.of(facts.monthlyAverageMinor(), facts.ordersInSixMonths());
      if (tier != before) {
        boolean raised = tier.compareTo(before) > 0;
        occur(raised ? EventName.TIER_RAISED : EventName.TIER_LOWERED, tier.label());
        change(standing.holding(tier, now));
      }
    }

    void stage(List<Segment> stages) {
      String before = standing.stage();
      String stage = before;
      for (Segment candidate : stages) {
        flips = Math.min(flips, candidate.flips(facts));
        if (candidate.holds(facts)) {
          stage = candidate.name();
          break;
        }
      }
      if (stage != null && !stage.equals(before)) {
        if (before != null) {
          occur(EventName.SEGMENT_LEFT, before);
        }
        occur(EventName.SEGMENT_ENTERED, stage);
        change(standing.at(stage, now));
      }
    }

    void segment(Segment segment) {
      flips = Math.min(flips, segment.flips(facts));
      Optional<Membership> held = standing.membership(segment.name());
      boolean holds = segment.holds(facts);
      if (holds && held.isEmpty()) {
        occur(EventName.SEGMENT_ENTERED, segment.name());
        change(standing.entering(segment.name(), now));
      } else if (!holds && held.isPresent()) {
        occur(EventName.SEGMENT_LEFT, segment.name());
        change(standing.leaving(held.get(), now));
      }
    }

    /** A segment that is no longer declared holds for nobody. */
    void leaveAllBut(List<Segment> segments) {
      for (Membership held : standing.segments()) {
        if (segments.stream().noneMatch(segment -> segment.name().equals(held.name()))) {
          occur(EventName.SEGMENT_LEFT, held.name());
          change(standing.leaving(held, now));
        }
      }
    }

    private void change(Standing next) {
      standing = next;
      facts = facts.of(next);
    }

    private void occur(EventName name, String subject) {
      occurred.add(Occurrence.derived(name, now, subject));
    }
  }
}
