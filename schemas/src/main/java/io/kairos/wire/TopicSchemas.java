package io.kairos.wire;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The schema of each topic's record, as of this release. */
public final class TopicSchemas {
  private TopicSchemas() {}

  /** With the hints for Java's generated code. */
  public static Schema of(Topics topic) {
    return switch (topic) {
      case CUSTOMERS -> CustomerEvent.getClassSchema();
      case CLICKSTREAM -> ClickstreamEvent.getClassSchema();
      case CART -> CartEvent.getClassSchema();
      case ORDERS -> OrderEvent.getClassSchema();
      case FEEDBACK -> Feedback.getClassSchema();
      case RULES -> RuleRecord.getClassSchema();
      case TRIGGERS -> Trigger.getClassSchema();
      case DECISIONS -> Decision.getClassSchema();
      case PROFILES -> Profile.getClassSchema();
      case DEAD_LETTERS -> DeadLetter.getClassSchema();
    };
  }

  /** As any language reads it, and as {@code schemas/released} holds it. */
  public static Schema released(Topics topic) {
    Schema current = of(topic);
    Schema plain =
        SchemaArchive.released()
            .findByFingerprint(SchemaNormalization.parsingFingerprint64(current));
    return plain == null ? current : plain;
  }
}
