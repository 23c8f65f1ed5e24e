package io.kairos.torture.report;

import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;

/** What was tortured. */
record Versions(String kairos, String flink, String kafkaClients, String java) {

  /** Those of this JVM, which the processes share. */
  static Versions current() {
    String own = Versions.class.getPackage().getImplementationVersion();
    return new Versions(
        own == null ? "(unpackaged)" : own,
        EnvironmentInformation.getVersion(),
        AppInfoParser.getVersion(),
        Runtime.version().toString());
  }

  @Override
  public String toString() {
    return "Kairos %s, Flink %s, Kafka clients %s, Java %s"
        .formatted(kairos, flink, kafkaClients, java);
  }
}
