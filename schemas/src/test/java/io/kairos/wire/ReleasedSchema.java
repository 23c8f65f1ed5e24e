package io.kairos.wire;

import org.apache.avro.Schema;

/**
 * A version of a topic's record that a release brought.
 *
 * @param release the first release that writes it, such as 0.1.0
 * @param topic label of the topic
 * @param name full name of the record
 * @param fingerprint 16 hex digits of the CRC-64-AVRO
 * @param schema as its file holds it
 */
record ReleasedSchema(
    String release, String topic, String name, String fingerprint, Schema schema) {

  static ReleasedSchema of(String release, Topics topic) {
    Schema schema = WireSchemas.of(topic);
    return new ReleasedSchema(
        release, topic.label(), schema.getFullName(), WireSchemas.fingerprint(schema), schema);
  }

  String file() {
    return fingerprint + ".avsc";
  }

  @Override
  public String toString() {
    return topic + " " + release + " " + fingerprint;
  }
}
