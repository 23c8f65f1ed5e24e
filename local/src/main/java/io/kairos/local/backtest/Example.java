package io.kairos.local.backtest;

import io.kairos.engine.trigger.Evidence;
import io.kairos.engine.trigger.Trigger;
import java.time.Instant;
import java.util.List;

/**
 * One message that went out, and why.
 *
 * @param id of the trigger
 * @param step empty for a rule of one step
 * @param reason a sentence
 */
public record Example(
    String id,
    String customerId,
    String step,
    Instant at,
    String channel,
    String reason,
    List<Evidence> evidence) {

  static Example of(Trigger trigger) {
    return new Example(
        trigger.reference().id(),
        trigger.reference().customerId(),
        trigger.reference().step(),
        Instant.ofEpochMilli(trigger.times().releasedMillis()),
        trigger.message().channel(),
        trigger.why().reason(),
        trigger.why().evidence());
  }
}
