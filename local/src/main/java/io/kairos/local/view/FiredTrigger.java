package io.kairos.local.view;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;

/**
 * A trigger as people see it.
 *
 * @param number running number among the triggers seen, from 1
 * @param eventMillis the release, epoch milliseconds of event time
 * @param what the rule and channel; for a cancellation it says so
 * @param customerId the customer
 * @param reason why, as a sentence
 */
public record FiredTrigger(
    long number, long eventMillis, What what, String customerId, String reason) {
  /**
   * What is asked for.
   *
   * @param rule id of the rule
   * @param channel push, sms or another
   * @param cancel true: the message is taken back
   */
  public record What(String rule, String channel, boolean cancel) {}

  static FiredTrigger of(long number, Trigger trigger) {
    boolean cancel = trigger.getKind() == TriggerKind.CANCEL;
    What what = new What(trigger.getRule(), trigger.getChannel(), cancel);
    String reason = trigger.getReason();
    return new FiredTrigger(number, trigger.getEventTime(), what, trigger.getCustomerId(), reason);
  }
}
