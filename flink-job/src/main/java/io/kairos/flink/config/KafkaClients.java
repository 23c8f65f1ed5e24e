package io.kairos.flink.config;

import java.io.Serializable;
import java.util.Map;
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
   * Looks whether each reference leads to a secret on this machine. A client would take one that
   * does not for the secret itself, and only say that the login failed.
   *
   * @throws IllegalArgumentException if one does not; the message names option and reference
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
            References.resolveLine(option, value);
          }
        });
  }

  /** Names without values. */
  @Override
  public String toString() {
    return new TreeSet<>(settings.keySet()).toString();
  }
}
