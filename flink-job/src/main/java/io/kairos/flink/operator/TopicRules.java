package io.kairos.flink.operator;

import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import java.io.IOException;

/**
 * Records of the rules topic as declarations. Each takes effect at its {@code effectiveFrom}, but
 * never before its append time and the activation delay.
 */
public final class TopicRules {
  private final RuleHistory history;
  private final long activationDelayMillis;

  /**
   * @param activationDelayMillis at least 0
   */
  public TopicRules(RuleHistory history, long activationDelayMillis) {
    this.history = history;
    this.activationDelayMillis = activationDelayMillis;
  }

  /**
   * Takes a record.
   *
   * @throws RuleFileException if what it declares is wrong; all stays as it was
   * @throws IOException if its bytes are no record of the rules topic
   */
  public void take(RuleUpdate update) throws IOException {
    RuleRecord record = read(update);
    if (record.getKind() == RuleKind.UNKNOWN) {
      throw new IOException("declares something that this release does not know");
    }
    long earliest = update.arrivalMillis() + activationDelayMillis;
    Long from = record.getEffectiveFrom();
    history.add(declaration(record), from == null ? earliest : Math.max(earliest, from));
  }

  private static RuleRecord read(RuleUpdate update) throws IOException {
    if (update.value() == null) {
      throw new IOException("a tombstone: rules are withdrawn by a status, never deleted");
    }
    try {
      return RuleRecord.getDecoder().decode(update.value());
    } catch (RuntimeException unreadable) {
      // Avro throws whatever its classes do where bytes are no record.
      throw new IOException("no record of rules: " + unreadable, unreadable);
    }
  }

  private static Declaration declaration(RuleRecord record) throws IOException {
    try {
      return new Declaration(
          Declaration.Kind.valueOf(record.getKind().name()),
          record.getId(),
          record.getVersion(),
          Status.of(record.getStatus()),
          record.getBody(),
          record.getEffectiveTo() == null ? Long.MAX_VALUE : record.getEffectiveTo());
    } catch (IllegalArgumentException unknown) {
      throw new IOException(unknown.getMessage(), unknown);
    }
  }
}
