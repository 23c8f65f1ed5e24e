package io.kairos.engine;

import io.kairos.engine.delivery.DeliveryStage;
import io.kairos.engine.event.Event;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Lens;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.ProfileStage;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.RuleStage;
import io.kairos.engine.segment.SegmentStage;
import io.kairos.engine.segment.TierLadder;
import io.kairos.engine.trigger.TriggerStage;
import java.util.List;

/**
 * The decisions about one customer, as a pure function of the customer's events in order and of the
 * rules. The one place where the stages meet.
 */
public final class CustomerEngine {
  final ProfileStage profiles;
  final SegmentStage segments;
  final RuleStage rules;
  final DeliveryStage delivery;
  private final Shop shop;
  private final Lens lens;
  final long publishEveryMillis;

  /**
   * The engine of a shop.
   *
   * @param publishEveryMillis least event time between two publications of a profile that no
   *     trigger asks for, at least 0
   */
  public CustomerEngine(RuleSet rules, Shop shop, long publishEveryMillis) {
    this.shop = shop;
    this.profiles = new ProfileStage(shop, rules.profile());
    this.segments = new SegmentStage(rules.segments());
    this.rules = new RuleStage(rules, shop);
    TierLadder tiers = rules.segments().tiers();
    this.delivery = new DeliveryStage(rules, new TriggerStage(shop.currency(), tiers));
    this.lens =
        new Lens(
            new Calendar(shop, shop.zone(), 0),
            rules.profile().yardsticks(),
            rules.profile().declared(),
            rules.model(),
            shop.minorPerMajor());
    this.publishEveryMillis = publishEveryMillis;
  }

  /**
   * Applies events and fires deadlines strictly by time, events before deadlines at the same
   * instant, up to and including an instant. Cutting the way there into steps changes nothing.
   *
   * @param events in {@link Event#ORDER}, none later than the horizon, all that there will be up to
   *     it
   * @param horizonMillis epoch milliseconds
   */
  public CustomerState advance(
      CustomerState state, List<Event> events, long horizonMillis, Outputs out) {
    Course course = new Course(this, state, out);
    events.forEach(course::apply);
    course.settle(horizonMillis);
    return course.state();
  }

  /** The next instant at which something is due; {@link Long#MAX_VALUE} for never. */
  public long nextDeadline(CustomerState state) {
    long next = Math.min(state.clock().publishAtMillis(), state.standing().checkAtMillis());
    return Math.min(
        next, rules.nextRelease(state.agenda(), state.profile(), state.clock().settledMillis()));
  }

  /** The profile as of an instant, epoch milliseconds. */
  public Snapshot snapshot(CustomerState state, long asOfMillis) {
    Calendar calendar = calendar(state.profile(), Calendar.spreadOf(state.customerId()));
    Facts facts = new Facts(state.profile(), state.standing(), lens(calendar), asOfMillis, null);
    return new Snapshot(state.customerId(), facts, state.standing(), state.agenda().open());
  }

  Lens lens(Calendar calendar) {
    return lens.through(calendar);
  }

  Calendar calendar(CustomerProfile profile, long spreadMillis) {
    return new Calendar(shop, profile.person().zone(shop), spreadMillis);
  }
}
