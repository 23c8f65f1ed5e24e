package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Activity;
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
 * @param timing when a run's message is due
 * @param unless what ends a run, and takes back a message that just went out
 * @param when asked at the release; all must hold
 * @param send what goes out
 */
public record Rule(
    String id,
    int version,
    Start start,
    Timing timing,
    Set<EventName> unless,
    List<Condition<Facts>> when,
    Send send) {

  /** Whether an occurrence ends a run of that key; {@code tier} is the customer's by then. */
  public boolean stops(String key, Occurrence occurrence, Tier tier) {
    return unless.contains(occurrence.name()) && timing.per().concerns(occurrence, key, tier);
  }

  /** Whether an occurrence moves a run; what starts the rule has to be what {@code where} asks. */
  boolean restarts(String key, Occurrence occurrence, RuleStage.View view) {
    boolean another =
        start instanceof Start.OnEvent event
            && event.names().contains(occurrence.name())
            && !event.isBegunBy(occurrence, view.facts());
    return timing.restart().contains(occurrence.name())
        && !another
        && timing.per().concerns(occurrence, key, view.tier());
  }

  /** When the message of a run is due, epoch milliseconds. */
  long releaseOf(Run run, Activity activity) {
    long waited = run.anchorMillis() + timing.afterMillis();
    long idle = timing.idleMillis();
    return idle == 0 ? waited : Math.max(waited, activity.lastSeenMillis() + idle);
  }

  /** The run that an occurrence begins. */
  Run begin(Occurrence occurrence, Tier tier) {
    String key = timing.per().keyOf(occurrence, tier);
    String known = key == null ? "" : key;
    String occasion = known + "@" + HexFormat.of().toHexDigits(occurrence.source());
    return new Run(id, version, known, occasion, occurrence.timeMillis());
  }

  /**
   * When a run's message is due.
   *
   * @param per of what there can be one run at a time
   * @param restart what moves the wait
   * @param afterMillis wait, counted from the start or the last restart; at least 0
   * @param idleMillis how long the customer must have been inactive; at least 0
   */
  public record Timing(Per per, Set<EventName> restart, long afterMillis, long idleMillis) {}

  /**
   * What goes out.
   *
   * @param channels the first with consent and reach is taken
   * @param template key of the message that the sender knows
   * @param validForMillis how long after the release it may be sent, above 0
   * @param againMillis how long after a send the next one for the same key is held off; 0 for not
   *     at all, {@link Long#MAX_VALUE} for ever
   * @param priority 0 to 100; at one instant the highest goes first
   */
  public record Send(
      List<String> channels,
      String template,
      long validForMillis,
      long againMillis,
      int priority) {}
}
