package io.kairos.flink.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;

/** Reads and checks what stands under {@code kafka.}. */
final class ClientOptions {
  private ClientOptions() {}

  /**
   * @throws IllegalArgumentException if a setting is not for a deployment to choose, holds a secret
   *     in plain text, or is none that Kafka takes; the message names it
   */
  static KafkaClients read(Configuration options) {
    Map<String, String> settings = new HashMap<>();
    options
        .toMap()
        .forEach(
            (option, value) -> {
              if (option.startsWith(ClientKeys.OPTION)) {
                String key = option.substring(ClientKeys.OPTION.length());
                check(key, value);
                settings.put(key, value);
              }
            });
    requireLogin(settings);
    return new KafkaClients(settings);
  }

  /** What a reference leads to is looked at where it is resolved. */
  private static void check(String key, String value) {
    String option = ClientKeys.OPTION + key;
    ClientKeys.check(key, value);
    References.requireKinds(option, value);
    PlainSecrets.refuse(option, value, PlainSecrets.Place.GRAPH);
    if (!References.areIn(value)) {
      ClientKeys.refusal(key, value)
          .ifPresent(
              why -> {
                throw wrong(key, "is not what Kafka takes: " + why);
              });
    }
  }

  private static void requireLogin(Map<String, String> settings) {
    String protocol =
        settings
            .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT")
            .toUpperCase(Locale.ROOT);
    String mechanism = settings.get(SaslConfigs.SASL_MECHANISM);
    if (protocol.startsWith("SASL_") && mechanism == null) {
      throw wrong(
          SaslConfigs.SASL_MECHANISM, "is missing, and kafka.security.protocol asks for a login");
    }
    if (mechanism != null && !LoginText.MECHANISMS.contains(mechanism)) {
      throw wrong(
          SaslConfigs.SASL_MECHANISM,
          "'"
              + mechanism
              + "' is none of "
              + String.join(", ", new TreeSet<>(LoginText.MECHANISMS)));
    }
    if (mechanism != null && !settings.containsKey(SaslConfigs.SASL_JAAS_CONFIG)) {
      throw wrong(
          SaslConfigs.SASL_JAAS_CONFIG, "is missing, and kafka.sasl.mechanism asks for a login");
    }
  }

  private static IllegalArgumentException wrong(String key, String why) {
    return new IllegalArgumentException("Option " + ClientKeys.OPTION + key + ' ' + why);
  }
}
