package io.kairos.engine.rule;

import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.profile.ProfilePolicy;
import io.kairos.engine.segment.SegmentSet;
import java.util.Map;

/**
 * Everything declared that decides what a customer gets, beside the customer's events.
 *
 * @param book the rules
 * @param segments tiers, stages and segments
 * @param profile what numbers and names of a profile mean
 * @param policy of delivery
 * @param model of predictions
 */
public record RuleSet(
    RuleBook book,
    SegmentSet segments,
    ProfilePolicy profile,
    Policy policy,
    PredictionModel model) {

  /** The current rules, by id. */
  public Map<String, Rule> rules() {
    return book.current();
  }

  /** The current rule of that id; null if there is none. */
  public Rule rule(String id) {
    return book.current().get(id);
  }

  /** Whether a rule can begin a run for a customer at an instant, epoch milliseconds. */
  public boolean begins(Rule rule, String customerId, long now) {
    return !book.stopped()
        && rule.life().isOpen(now)
        && (!rule.isRehearsed() || policy.isTester(customerId));
  }

  /** The same under other rules. */
  public RuleSet with(RuleBook other) {
    return new RuleSet(other, segments, profile, policy, model);
  }

  /** The same rules under another policy. */
  public RuleSet with(Policy other) {
    return new RuleSet(book, segments, profile, other, model);
  }

  /** The same rules beside another model. */
  public RuleSet with(PredictionModel other) {
    return new RuleSet(book, segments, profile, policy, other);
  }
}
