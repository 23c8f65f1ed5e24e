package io.kairos.flink.source;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KafkaClients;
import io.kairos.flink.config.KairosConfig;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the topics before the job starts: all must be there, and the job's user must be allowed
 * what the job does with them; the dead letters must have room for whatever an input topic may
 * hold; rules must have one partition, since they take effect in one order; and topics that do not
 * stamp records with their append time are named, with the command that mends it.
 */
public final class TopicCheck {
  private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);
  private static final String APPEND_TIME = "LogAppendTime";

  private static final String LATENESS =
      "Lateness is then judged by the largest stamp seen so far, and a restart begins that anew, so"
          + " that a replay may judge a late event differently.";

  private static final String EFFECT =
      "A rule then takes effect by the clock of who published it: behind, a replay may differ from"
          + " the live job; ahead, all later ones wait as long.";

  /** What a dead letter adds to the record that it holds, in bytes: reason, place, headers. */
  public static final int FRAME_BYTES = 64 * 1024;

  /** Kafka's default of buffer.memory; the job's own of max.request.size is larger. */
  private static final long LARGEST_BY_DEFAULT = 32 * 1024 * 1024;

  private TopicCheck() {}

  /**
   * @throws IllegalArgumentException if a secret is not to be had on this machine
   * @throws IllegalStateException if a topic is missing or too narrow, if the broker does not allow
   *     what the job does, or if it does not answer
   */
  public static void check(KairosConfig config) throws InterruptedException {
    config.kafka().requireSecrets();
    try (Admin admin = Admin.create(config.kafka().of(KafkaClient.ADMIN))) {
      GrantCheck.check(admin, config);
      long needed = largestLetter(config);
      narrowClient(config.kafka(), needed)
          .ifPresent(
              wrong -> {
                throw new IllegalStateException(wrong);
              });
      check(admin, config.topicPrefix(), needed);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(Trouble.said(failed.getCause(), config), failed);
    } catch (KafkaException failed) {
      throw new IllegalStateException(Trouble.said(failed, config), failed);
    }
  }

  /** A record that a client of the job would refuse to send ends the job at every try. */
  static Optional<String> narrowClient(KafkaClients clients, long needed) {
    for (String limit :
        List.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, ProducerConfig.BUFFER_MEMORY_CONFIG)) {
      long most = clients.number(limit).orElse(LARGEST_BY_DEFAULT);
      if (most < needed) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "A dead letter may take %,d bytes, as source.max-record-size is, but the job's"
                    + " clients send none of more than %,d. Raise kafka.%s, or lower"
                    + " source.max-record-size.",
                needed,
                most,
                limit));
      }
    }
    return Optional.empty();
  }

  /** What a dead letter can take, in bytes: what is beyond that of a record is cut. */
  public static long largestLetter(KairosConfig config) {
    return config.input().maxRecordBytes() + (long) FRAME_BYTES;
  }

  private static void check(Admin admin, String prefix, long needed)
      throws ExecutionException, InterruptedException {
    String deadLetters = Topics.DEAD_LETTERS.name(prefix);
    long room = largest(describe(admin, List.of(deadLetters)));
    Map<ConfigResource, Config> found =
        describe(admin, Topics.inputs().stream().map(topic -> topic.name(prefix)).toList());
    if (room < needed) {
      throw new IllegalStateException(tooNarrow(deadLetters, room, needed));
    }
    found.forEach((topic, settings) -> warn(topic.name(), settings, LATENESS));
    String rules = Topics.RULES.name(prefix);
    TopicDescription shape = admin.describeTopics(List.of(rules)).allTopicNames().get().get(rules);
    if (shape.partitions().size() > 1) {
      throw new IllegalStateException(tooWide(rules, shape.partitions().size()));
    }
    warnOfRules(admin, rules);
  }

  /** Only where the job's user may look: it needs to read the rules, and nothing more. */
  private static void warnOfRules(Admin admin, String rules)
      throws ExecutionException, InterruptedException {
    try {
      describe(admin, List.of(rules)).forEach((topic, settings) -> warn(rules, settings, EFFECT));
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof AuthorizationException)) {
        throw failed;
      }
    }
  }

  private static String tooWide(String topic, int partitions) {
    return "Topic %s has %d partitions, but rules take effect in the order of one. Delete it and make"
            .formatted(topic, partitions)
        + " it anew: kairos topics create. Then publish the rules again: kairos rules publish FILE";
  }

  private static long largest(Map<ConfigResource, Config> topics) {
    return topics.values().stream()
        .mapToLong(
            settings -> Long.parseLong(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value()))
        .max()
        .orElse(0);
  }

  static String tooNarrow(String topic, long room, long needed) {
    return String.format(
        Locale.ROOT,
        "Topic %s takes records of %,d bytes, but a dead letter may take %,d, as"
            + " source.max-record-size is. Lower that, or widen the topic: kafka-configs.sh"
            + " --bootstrap-server ... --alter --entity-type topics --entity-name %s"
            + " --add-config max.message.bytes=%d",
        topic,
        room,
        needed,
        topic,
        needed);
  }

  private static void warn(String topic, Config settings, String consequence) {
    String stamp = settings.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value();
    if (!stamp.equals(APPEND_TIME)) {
      LOG.warn(advice(topic, stamp, consequence));
    }
  }

  private static String advice(String topic, String stamp, String consequence) {
    return "Topic %s stamps records with %s, not with their append time. ".formatted(topic, stamp)
        + consequence
        + " To mend it: kafka-configs.sh --bootstrap-server ... --alter --entity-type topics"
        + " --entity-name %s --add-config message.timestamp.type=LogAppendTime".formatted(topic);
  }

  private static Map<ConfigResource, Config> describe(Admin admin, List<String> names)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    return admin.describeConfigs(resources).all().get();
  }
}
