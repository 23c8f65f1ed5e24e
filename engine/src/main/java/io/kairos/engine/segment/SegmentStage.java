package io.kairos.engine.segment;

import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Parts;
import io.kairos.engine.profile.Occurrence;
import java.util.ArrayList;
import java.util.List;

/**
 * Third stage: the tier that a customer holds, the lifecycle stage, the segments. Looked at after
 * each event as far as it changed what they read, and all of them at the instants at which time
 * alone may change one. A tier rises and falls at once with an event; what the calendar takes away
 * goes at the customer's turn of the month.
 */
public final class SegmentStage {
  private final SegmentSet declared;
  private final int partsOfStages;

  public SegmentStage(SegmentSet declared) {
    this.declared = declared;
    int parts = 0;
    for (Segment stage : declared.stages()) {
      parts |= stage.parts();
    }
    this.partsOfStages = parts;
  }

  /**
   * What a review comes to.
   *
   * @param occurred what was entered and left
   */
  public record Result(Standing standing, List<Occurrence> occurred) {}

  /** The standing of a customer, all of which is looked at. */
  public Result review(Standing old, Facts facts) {
    return review(old, facts, Parts.ALL, Long.MAX_VALUE);
  }

  /**
   * The standing of a customer after an event under the rules of the last look.
   *
   * @param changed the parts that the event changed, as {@link Parts} says
   */
  public Result reviewAfter(Standing old, Facts facts, int changed) {
    return facts.nowMillis() < old.checkAtMillis()
        ? review(old, facts, changed, old.checkAtMillis())
        : review(old, facts);
  }

  /** A customer in the groups that are declared now, whatever those of the last look were. */
  public Facts grouped(Facts facts) {
    return facts.of(review((Standing) facts.groups(), facts).standing());
  }

  private Result review(Standing old, Facts facts, int changed, long checkAtMillis) {
    Review review = new Review(old, facts, changed, checkAtMillis);
    if (review.reads(Parts.ORDERS)) {
      review.tier(declared.tiers());
    }
    if (review.reads(partsOfStages)) {
      review.stage(declared.stages());
    }
    List<Segment> segments = declared.segments();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (review.reads(segment.parts())) {
        review.segment(segment);
      }
    }
    if (changed == Parts.ALL) {
      review.leaveAllBut(segments);
    }
    return review.result();
  }

  /** When the calendar may take the tier away. */
  private static long tierFalls(Standing standing, Facts facts) {
    return standing.rank() == Tier.NONE ? Long.MAX_VALUE : facts.sixMonthsChange();
  }

  /** One look at everything, in the order in which conditions may build on each other. */
  private static final class Review {
    private final long now;
    private List<Occurrence> occurred = List.of();
    private Standing standing;
    private Facts facts;
    private int changed;
    private long flips;

    Review(Standing old, Facts facts, int changed, long checkAtMillis) {
      this.standing = old;
      this.facts = facts;
      this.now = facts.nowMillis();
      this.changed = changed;
      this.flips = checkAtMillis;
    }

    boolean reads(int parts) {
      return changed == Parts.ALL || (changed & parts) != 0;
    }

    Result result() {
      Standing checked = flips == standing.checkAtMillis() ? standing : standing.checkedAt(flips);
      return new Result(checked, occurred);
    }

    void tier(TierLadder ladder) {
      Tier before = standing.rank();
      Tier tier = ladder.of(facts.monthlyAverageMinor(), facts.ordersInSixMonths());
      if (tier != before) {
        boolean raised = tier.compareTo(before) > 0;
        occur(raised ? EventName.TIER_RAISED : EventName.TIER_LOWERED, tier.label());
        change(standing.holding(tier, now));
      }
      flips = Math.min(flips, tierFalls(standing, facts));
    }

    void stage(List<Segment> stages) {
      String before = standing.stage();
      String stage = before;
      for (int i = 0; i < stages.size(); i++) {
        Segment candidate = stages.get(i);
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
      Membership held = standing.membership(segment.name());
      boolean holds = segment.holds(facts);
      if (holds && held == null) {
        occur(EventName.SEGMENT_ENTERED, segment.name());
        change(standing.entering(segment.name(), now));
      } else if (!holds && held != null) {
        occur(EventName.SEGMENT_LEFT, segment.name());
        change(standing.leaving(held, now));
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
      changed |= Parts.GROUPS;
    }

    private void occur(EventName name, String subject) {
      if (occurred.isEmpty()) {
        occurred = new ArrayList<>(2);
      }
      occurred.add(Occurrence.derived(name, now, subject));
    }
  }
}
