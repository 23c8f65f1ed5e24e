package io.kairos.flink.registry;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.config.RegistryConfig.Registration;
import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The schemas of this release at the registry, each under the subject that the usual clients look
 * for: the topic's name and {@code -value}.
 */
public final class OwnSchemas {
  private final RegistryConfig config;
  private final String topicPrefix;
  private final PatientRegistry registry;

  public OwnSchemas(RegistryConfig config, String topicPrefix) {
    this.config = config;
    this.topicPrefix = topicPrefix;
    this.registry = new PatientRegistry(config);
  }

  /**
   * The id of the schema that a topic is written with.
   *
   * @throws RegistryRefusal if it is not there and may not be registered, or is not taken; says
   *     what to do
   * @throws RegistryUnavailable if the registry does not answer
   */
  public int id(Topics topic) {
    String path = "/subjects/" + URLEncoder.encode(subject(topic), StandardCharsets.UTF_8);
    String schema = TopicSchemas.released(topic).toString();
    boolean register = config.registration() == Registration.REGISTER;
    try {
      return id(topic, registry.post(register ? path + "/versions" : path, schema));
    } catch (TooLong noRegistry) {
      throw new RegistryUnavailable(config.url(), noRegistry.getMessage(), noRegistry);
    }
  }

  /** The name under which a topic's schema is registered. */
  public String subject(Topics topic) {
    return topic.name(topicPrefix) + "-value";
  }

  private int id(Topics topic, Answer answer) {
    if (answer.isNotFound()) {
      throw new RegistryRefusal(
          "SCHEMA_NOT_REGISTERED: the schema registry at %s has no such schema under the subject %s."
                  .formatted(config.url(), subject(topic))
              + " Register it: ./kairos schemas register --registry %s --topic-prefix %s"
                  .formatted(config.url(), topicPrefix)
              + ", or set schema.registry.register=true");
    }
    if (!answer.isOk()) {
      throw new RegistryRefusal(
          "SCHEMA_NOT_TAKEN: the schema registry at %s does not take the schema of the subject %s: %s"
              .formatted(config.url(), subject(topic), answer.message()));
    }
    return answer.body().path("id").asInt();
  }
}
