package io.kairos.flink.operator;

import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.SchemaArchive;
import java.io.IOException;
import org.apache.avro.message.MessageDecoder;

/**
 * Records of the rules topic as declarations. Each takes effect at its {@code effectiveFrom}, but
 * never before its append time and the activation delay.
 */
public final class TopicRules {
  private static final MessageDecoder<RuleRecord> READER =
      RuleRecord.createDecoder(SchemaArchive.released());

  /** The first of January of the year 10000: what takes effect later was meant otherwise. */
  private static final long LAST_MILLIS = 253_402_300_800_000L;

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
    Long from = possible("effectiveFrom", record.getEffectiveFrom());
    history.add(declaration(record), from == null ? earliest : Math.max(earliest, from));
  }

  private static Long possible(String field, Long millis) throws IOException {
    if (millis != null && (millis < 0 || millis >= LAST_MILLIS)) {
      throw new IOException(
          "%s is %d: no instant of the years 1970 to 9999".formatted(field, millis));
    }
    return millis;
  }

  private static RuleRecord read(RuleUpdate update) throws IOException {
    if (update.value() == null) {
      throw new IOException("a tombstone: rules are withdrawn by a status, never deleted");
    }
    try {
      return READER.decode(update.value());
    } catch (RuntimeException unreadable) {
      // Avro throws whatever its classes do where bytes are no record.
      throw new IOException("no record of rules: " + unreadable, unreadable);
    }
  }

  private static Declaration declaration(RuleRecord record) throws IOException {
    if (record.getVersion() < 1) {
      throw new IOException("version is %d, but the first is 1".formatted(record.getVersion()));
    }
    Long to = possible("effectiveTo", record.getEffectiveTo());
    try {
      return new Declaration(
          Declaration.Kind.valueOf(record.getKind().name()),
          record.getId(),
          record.getVersion(),
          Status.of(record.getStatus()),
          record.getBody(),
          to == null ? Long.MAX_VALUE : to);
    } catch (IllegalArgumentException unknown) {
      throw new IOException(unknown.getMessage(), unknown);
    }
  }
}
