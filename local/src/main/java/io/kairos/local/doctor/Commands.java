package io.kairos.local.doctor;

import io.kairos.flink.config.KairosConfig;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * What an administrator types to mend something, with the tools that come with Kafka.
 *
 * @param brokers where
 * @param login what names the administrator's own login; empty where none is needed
 * @param principal as whom the job comes
 */
record Commands(String brokers, String login, String principal) {
  private static final Pattern USER = Pattern.compile("username\\s*=\\s*\"([^\"]+)\"");

  static Commands of(KairosConfig config) {
    Clients clients = new Clients(config);
    String protocol = clients.setting(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
    Matcher user = USER.matcher(clients.setting(SaslConfigs.SASL_JAAS_CONFIG, ""));
    return new Commands(
        clients.brokers(),
        protocol.equals("PLAINTEXT") ? "" : " --command-config admin.properties",
        user.find() ? "User:" + user.group(1) : "User:NAME");
  }

  /** Gives a topic a setting. */
  String set(String topic, String key, Object value) {
    return "kafka-configs.sh%s --alter --entity-type topics --entity-name %s --add-config %s=%s"
        .formatted(at(), topic, key, value);
  }

  String create(String topic, int partitions, int replicas, Map<String, String> settings) {
    String configs =
        new TreeMap<>(settings)
            .entrySet().stream()
                .map(setting -> " --config " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
    return "kafka-topics.sh%s --create --topic %s --partitions %d --replication-factor %d%s"
        .formatted(at(), topic, partitions, replicas, configs);
  }

  /** Lets the job do something with a resource, such as {@code --topic kairos.cart}. */
  String allow(Collection<AclOperation> operations, String resource) {
    return "kafka-acls.sh%s --add --allow-principal %s%s %s"
        .formatted(at(), principal, listed(operations), resource);
  }

  /** Says what gives the job so many rights. */
  String listRights(String resource) {
    return "kafka-acls.sh%s --list %s".formatted(at(), resource);
  }

  String upgradeFeature(String feature, int level) {
    return "kafka-features.sh%s upgrade --feature %s=%d".formatted(at(), feature, level);
  }

  private String at() {
    return " --bootstrap-server " + brokers + login;
  }

  private static String listed(Collection<AclOperation> operations) {
    return operations.stream()
        .sorted()
        .map(operation -> " --operation " + Rights.name(operation))
        .collect(Collectors.joining());
  }
}
