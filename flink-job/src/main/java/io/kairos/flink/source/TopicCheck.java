package io.kairos.flink.source;

import io.kairos.flink.config.KairosConfig;
import io.kairos.wire.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the input topics before the job starts: all must be there, and those that do not stamp
 * records with their append time are named, with the command that mends it.
 */
public final class TopicCheck {
  private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);
  private static final String APPEND_TIME = "LogAppendTime";

  private TopicCheck() {}

  /**
   * @throws IllegalStateException if a topic is missing or the broker does not answer
   */
  public static void check(KairosConfig config) throws InterruptedException {
    List<String> names =
        Topics.inputs().stream().map(topic -> topic.name(config.topicPrefix())).toList();
    for (Map.Entry<ConfigResource, Config> topic : describe(config, names).entrySet()) {
      String stamp = topic.getValue().get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value();
      if (!stamp.equals(APPEND_TIME)) {
        LOG.warn(advice(topic.getKey().name(), stamp));
      }
    }
  }

  static String advice(String topic, String stamp) {
    return "Topic %1$s stamps records with %2$s, not with their append time. Lateness is then judged"
            .formatted(topic, stamp)
        + " by the largest stamp seen so far, and a restart begins that anew, so that a replay may"
        + " judge a late event differently. To mend it: kafka-configs.sh --bootstrap-server ... "
        + "--alter --entity-type topics --entity-name %s".formatted(topic)
        + " --add-config message.timestamp.type=LogAppendTime";
  }

  private static Map<ConfigResource, Config> describe(KairosConfig config, List<String> names)
      throws InterruptedException {
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    try (Admin admin = Admin.create(new HashMap<String, Object>(config.kafka()))) {
      return admin.describeConfigs(resources).all().get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "The input topics " + String.join(", ", names) + " cannot be used: " + failed.getCause(),
          failed);
    }
  }
}
