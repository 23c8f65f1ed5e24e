package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * One rule of marketing: when to speak to a customer, and how.
 *
 * @param id kebab-case, up to 64 characters, never used again for something else
 * @param version from 1
 * @param start what begins a run
 * @param scope what a run is about, and what moves and ends it
 * @param when asked at each release; all must hold
 * @param steps the messages, at most {@value #MOST_STEPS}
 * @param manner how often and how urgently it speaks
 */
public record Rule(
    String id,
    int version,
    Start start,
    Scope scope,
    List<Condition<Facts>> when,
    List<Step> steps,
    Manner manner) {
  /** Most steps: a run remembers with one bit each which are decided. */
  static final int MOST_STEPS = 16;

  /**
   * What a run is about, and what moves and ends it.
   *
   * @param per of what there can be one run at a time
   * @param restart what moves the steps that have not gone out
   * @param unless what ends a run, and takes back a message that just went out
   */
  public record Scope(Per per, Set<EventName> restart, Set<EventName> unless) {}

  /**
   * How often and how urgently a rule speaks.
   *
   * @param againMillis how long after a send the next run for the same key is held off; 0 for not
   *     at all, {@link Long#MAX_VALUE} for ever
   * @param priority 0 to 100; at one instant the highest goes first
   */
  public record Manner(long againMillis, int priority) {}

  /** The step of that id; null if there is none. */
  public Step step(String stepId) {
    return steps.stream().filter(step -> step.id().equals(stepId)).findFirst().orElse(null);
  }

  /** Whether an occurrence ends a run of that key; {@code tier} is the customer's by then. */
  public boolean stops(String key, Occurrence occurrence, Tier tier) {
    return scope.unless().contains(occurrence.name())
        && scope.per().concerns(occurrence, key, tier);
  }

  /** Whether an occurrence moves a run; what starts the rule has to be what {@code where} asks. */
  boolean restarts(String key, Occurrence occurrence, RuleStage.View view) {
    boolean another =
        start instanceof Start.OnEvent event
            && event.names().contains(occurrence.name())
            && !event.isBegunBy(occurrence, view.facts());
    return scope.restart().contains(occurrence.name())
        && !another
        && scope.per().concerns(occurrence, key, view.tier());
  }

  /** When a step of a run is due, epoch milliseconds. */
  long releaseOf(int step, Run run, CustomerProfile profile, Times times) {
    return steps.get(step).waiting().releaseOf(start.startOf(run), profile, times);
  }

  /** The run that an occurrence begins. */
  Run begin(Occurrence occurrence, Tier tier) {
    String key = scope.per().keyOf(occurrence, tier);
    String known = key == null ? "" : key;
    String occasion = known + "@" + HexFormat.of().toHexDigits(Hash.of64(occurrence.source()));
    return new Run(id, version, known, occasion, occurrence.timeMillis(), 0);
  }
}
