package io.kairos.flink.config;

import java.io.Serializable;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;

/**
 * What the job's Kafka clients are given. A secret in it is a reference, which each client resolves
 * where it is made, so that the job graph holds no secret.
 *
 * @param settings by Kafka's own names; holds bootstrap.servers
 */
public record KafkaClients(Map<String, String> settings) implements Serializable {

  public KafkaClients {
    settings = Map.copyOf(settings);
  }

  /** The settings that a kind of client knows, with references that it can resolve. */
  public Properties of(KafkaClient client) {
    Properties known = new Properties();
    settings.forEach(
        (key, value) -> {
          if (client.knows(key)) {
            known.setProperty(key, value);
          }
        });
    known.putAll(References.switchedOn(known));
    if (LoginText.OAUTH.equals(settings.get(SaslConfigs.SASL_MECHANISM))) {
      // Kafka's default makes up tokens that no broker should trust.
      known.setProperty(
          SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS,
          OAuthBearerLoginCallbackHandler.class.getName());
    }
    return known;
  }

  /**
   * A setting with what its references lead to on this machine, as a number; empty where it was not
   * chosen.
   *
   * @throws IllegalArgumentException if a reference leads nowhere, or to no number
   */
  public OptionalLong number(String setting) {
    String value = settings.get(setting);
    return value == null
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(resolved(setting, value).strip()));
  }

  /**
   * Looks whether each reference leads to a secret on this machine. A client would take one that
   * does not for the secret itself, and only say that the login failed.
   *
   * @throws IllegalArgumentException if one does not, or to what Kafka does not take; the message
   *     names option and reference
   */
  public void requireSecrets() {
    settings.forEach(
        (key, value) -> {
          String option = ClientKeys.OPTION + key;
          if (key.equals(SaslConfigs.SASL_JAAS_CONFIG)) {
            LoginText.requireSecrets(option, value);
          } else if (ClientKeys.spansLines(key)) {
            References.resolve(option, value);
          } else {
            resolved(key, value);
          }
        });
  }

  /** Refuses what Kafka does, but says nothing of what a reference leads to. */
  private static String resolved(String key, String value) {
    String option = ClientKeys.OPTION + key;
    String resolved = References.resolveLine(option, value);
    if (ClientKeys.refusal(key, resolved).isPresent()) {
      throw new IllegalArgumentException(
          "Option " + option + ": " + value + " leads to what Kafka does not take");
    }
    return resolved;
  }

  /** Names without values. */
  @Override
  public String toString() {
    return new TreeSet<>(settings.keySet()).toString();
  }
}
