package io.kairos.flink.config;

import java.io.Serializable;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * How triggers get to their topic.
 *
 * @param guarantee at least once or exactly once
 * @param maxUncommittedBytes most that may wait for a checkpoint in one slot; the rest is about
 *     exactly once, too
 * @param requiredReplication replicas that a topic must have on which exactly once rests
 * @param receiptMillis for how long the brokers know at least which triggers went out
 * @param unproven what becomes of triggers after that
 */
public record DeliveryConfig(
    DeliveryGuarantee guarantee,
    long maxUncommittedBytes,
    int requiredReplication,
    long receiptMillis,
    Unproven unproven)
    implements Serializable {

  public boolean exactlyOnce() {
    return guarantee == DeliveryGuarantee.EXACTLY_ONCE;
  }
}
