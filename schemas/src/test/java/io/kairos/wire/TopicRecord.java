package io.kairos.wire;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;

/** The record that a topic carries, with its generated encoder and decoder. */
record TopicRecord<T extends SpecificRecordBase>(
    Topics topic, Schema schema, BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {

  /** One for each topic, in the order of {@link Topics}. */
  static List<TopicRecord<?>> all() {
    return List.of(
        of(Topics.CUSTOMERS, CustomerEvent.getEncoder(), CustomerEvent.getDecoder()),
        of(Topics.CLICKSTREAM, ClickstreamEvent.getEncoder(), ClickstreamEvent.getDecoder()),
        of(Topics.CART, CartEvent.getEncoder(), CartEvent.getDecoder()),
        of(Topics.ORDERS, OrderEvent.getEncoder(), OrderEvent.getDecoder()),
        of(Topics.FEEDBACK, Feedback.getEncoder(), Feedback.getDecoder()),
        of(Topics.RULES, RuleRecord.getEncoder(), RuleRecord.getDecoder()),
        of(Topics.TRIGGERS, Trigger.getEncoder(), Trigger.getDecoder()),
        of(Topics.DECISIONS, Decision.getEncoder(), Decision.getDecoder()),
        of(Topics.PROFILES, Profile.getEncoder(), Profile.getDecoder()),
        of(Topics.DEAD_LETTERS, DeadLetter.getEncoder(), DeadLetter.getDecoder()));
  }

  private static <T extends SpecificRecordBase> TopicRecord<T> of(
      Topics topic, BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
    return new TopicRecord<>(topic, WireSchemas.of(topic), encoder, decoder);
  }

  @Override
  public String toString() {
    return topic.label();
  }
}
