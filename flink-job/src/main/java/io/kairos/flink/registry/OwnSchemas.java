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
    try {
      Answer answer = lookUp(topic);
      if (answer.isNotFound() && config.registration() == Registration.REGISTER) {
        answer = register(topic);
      }
      return id(topic, answer);
    } catch (TooLong noRegistry) {
      throw new RegistryUnavailable(config.url(), noRegistry.getMessage(), noRegistry);
    }
  }

  private Answer lookUp(Topics topic) throws TooLong {
    return registry.post(path(topic), text(topic));
  }

  /** Somebody else, as another subtask, may do so at the same instant: then theirs counts. */
  private Answer register(Topics topic) throws TooLong {
    Answer answer = registry.post(path(topic) + "/versions", text(topic));
    if (answer.isOk()) {
      return answer;
    }
    Answer theirs = lookUp(topic);
    return theirs.isOk() ? theirs : answer;
  }

  private String path(Topics topic) {
    return "/subjects/" + URLEncoder.encode(subject(topic), StandardCharsets.UTF_8);
  }

  private static String text(Topics topic) {
    return TopicSchemas.released(topic).toString();
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
