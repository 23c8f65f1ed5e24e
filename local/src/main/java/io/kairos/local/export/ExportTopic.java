package io.kairos.local.export;

import io.kairos.wire.Decision;
import io.kairos.wire.Profile;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** What can be exported. */
public enum ExportTopic {
  /** By event time; each id once, the last record of it. */
  TRIGGERS(Topics.TRIGGERS, Trigger.getClassSchema(), "eventTime", List.of("id")),
  /** By time; a decision that was written again after a restart counts once. */
  DECISIONS(
      Topics.DECISIONS,
      Decision.getClassSchema(),
      "decidedAt",
      List.of("id", "gate", "reason", "decidedAt", "mode")),
  /** By customer; the last of each, none of a customer who was erased. */
  PROFILES(Topics.PROFILES, Profile.getClassSchema(), "asOf", List.of("customerId"));

  /** The field of every record that names the customer. */
  static final String CUSTOMER = "customerId";

  private static final String RULE = "rule";

  /** Stands between the parts of an identity; no id holds it. */
  private static final String BETWEEN = "\u0000";

  private final Topics topic;
  private final Schema schema;
  private final String time;
  private final List<String> identity;

  ExportTopic(Topics topic, Schema schema, String time, List<String> identity) {
    this.topic = topic;
    this.schema = schema;
    this.time = time;
    this.identity = identity;
  }

  /** The topic. */
  public Topics topic() {
    return topic;
  }

  /** The record of this release. */
  public Schema schema() {
    return schema;
  }

  /** Whether a record says which rule decided. */
  public boolean hasRule() {
    return schema.getField(RULE) != null;
  }

  /** The topic's name, as on the command line. */
  @Override
  public String toString() {
    return topic.label();
  }

  /** One of them. */
  String singular() {
    return topic.label().substring(0, topic.label().length() - 1);
  }

  /** Whether the customer alone is the identity. */
  boolean isOfCustomer() {
    return identity.equals(List.of(CUSTOMER));
  }

  /** Whether rows stand in order of time; else in order of identity. */
  boolean isByTime() {
    return !isOfCustomer();
  }

  /** Equal for records of which the last counts. */
  String identity(GenericRecord record) {
    return identity.stream()
        .map(field -> record.get(field).toString())
        .collect(Collectors.joining(BETWEEN));
  }

  /** Sorts by time, then customer, then identity. */
  String timeKey(GenericRecord record) {
    String time = HexFormat.of().toHexDigits(timeMillis(record) ^ Long.MIN_VALUE);
    return String.join(BETWEEN, time, customerId(record), identity(record));
  }

  /** Epoch milliseconds of the time field. */
  long timeMillis(GenericRecord record) {
    return (Long) record.get(time);
  }

  static String customerId(GenericRecord record) {
    return record.get(CUSTOMER).toString();
  }

  static String rule(GenericRecord record) {
    return record.get(RULE).toString();
  }
}
