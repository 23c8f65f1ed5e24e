package io.kairos.flink.sink.outbox;

import io.kairos.flink.config.DeliveryConfig;
import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KairosConfig;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Looks before the job starts whether the brokers can keep exactly once, and says all that is wrong
 * at once, each with what mends it.
 */
public final class OutboxCheck {
  private static final int LEAST_VERSION = 2;

  private OutboxCheck() {}

  /** What transactional ids and groups of receipts begin with. */
  public static String senders(String topicPrefix) {
    return topicPrefix + "outbox-";
  }

  /**
   * @throws IllegalStateException if exactly once is wanted, and cannot be had
   */
  public static void check(KairosConfig config) throws InterruptedException {
    if (!config.output().delivery().exactlyOnce()) {
      return;
    }
    String topic = Topics.TRIGGERS.name(config.topicPrefix());
    try (Admin admin = Admin.create(config.kafka().of(KafkaClient.ADMIN))) {
      refuse(findings(Brokers.ask(admin, topic), config.output().delivery()));
      String probe = senders(config.topicPrefix()) + "check";
      ClientSettings clients =
          new ClientSettings(
              config.kafka().of(KafkaClient.PRODUCER), config.kafka().of(KafkaClient.CONSUMER));
      Sender.open(clients, probe, topic).close();
    } catch (ExecutionException failed) {
      throw refused(said(failed.getCause(), config), failed);
    } catch (KafkaException failed) {
      throw refused(said(failed, config), failed);
    }
  }

  private static void refuse(List<String> findings) {
    if (!findings.isEmpty()) {
      throw refused(String.join("\n  ", findings), null);
    }
  }

  private static IllegalStateException refused(String why, Throwable cause) {
    return new IllegalStateException(
        "EXACTLY_ONCE_REFUSED: sink.delivery-guarantee is exactly-once, which cannot be kept:\n  "
            + why,
        cause);
  }

  static List<String> findings(Brokers brokers, DeliveryConfig wanted) {
    List<String> findings = new ArrayList<>();
    if (brokers.transactionVersion() < LEAST_VERSION) {
      findings.add(
          "transaction.version is %d; a late write of an ended transaction may then block"
                  .formatted(brokers.transactionVersion())
              + " readers for ever. Run: kafka-features.sh --bootstrap-server ... upgrade"
              + " --feature transaction.version=2");
    }
    if (brokers.maxTimeoutMillis() < Sender.TIMEOUT_MILLIS) {
      findings.add(
          "transaction.max.timeout.ms of a broker is %d, less than the %d of a batch. Raise"
                  .formatted(brokers.maxTimeoutMillis(), Sender.TIMEOUT_MILLIS)
              + " it there.");
    }
    if (brokers.retentionMillis() < wanted.receiptMillis()) {
      findings.add(
          "offsets.retention.minutes of a broker is %d, less than sink.receipt-retention (%s)."
                  .formatted(
                      Duration.ofMillis(brokers.retentionMillis()).toMinutes(),
                      Duration.ofMillis(wanted.receiptMillis()))
              + " Raise it there, or lower the option: a job that was away for longer does not"
              + " start by itself.");
    }
    brokers.topics().forEach(topic -> judge(topic, wanted.requiredReplication(), findings));
    return findings;
  }

  private static void judge(Brokers.Topic topic, int required, List<String> findings) {
    if (topic.replicas() < required) {
      findings.add(
          "%s has %d replicas, sink.required-replication wants %d. Give it more with"
                  .formatted(topic.name(), topic.replicas(), required)
              + " kafka-reassign-partitions.sh, or lower the option and take the loss of a broker"
              + " for a loss of triggers.");
    }
    int inSync = Math.max(1, required - 1);
    if (topic.inSync().least() < inSync) {
      findings.add(
          "%s; with %d replicas it must be at least %d. %s"
              .formatted(said(topic), required, inSync, mending(topic, inSync)));
    }
    if (topic.unclean()) {
      findings.add(
          "unclean.leader.election.enable of %s is true: a replica that lacks records may lead."
                  .formatted(topic.name())
              + " Set it to false.");
    }
  }

  private static String said(Brokers.Topic topic) {
    Brokers.InSync inSync = topic.inSync();
    return inSync.of() == ConfigResource.Type.TOPIC
        ? "%s of %s is %d".formatted(inSync.setting(), topic.name(), inSync.least())
        : "%s of a broker is %d, by which %s goes"
            .formatted(inSync.setting(), inSync.least(), topic.name());
  }

  private static String mending(Brokers.Topic topic, int inSync) {
    String command =
        "kafka-configs.sh --bootstrap-server ... --alter --entity-type topics --entity-name %s"
                .formatted(topic.name())
            + " --add-config min.insync.replicas=%d".formatted(inSync);
    return topic.inSync().of() == ConfigResource.Type.TOPIC
        ? "Run: " + command
        : "Raise it there. Or where the topic is there already, run: %s, and allow the job's user"
                .formatted(command)
            + " DescribeConfigs on it, without which only the brokers' word counts.";
  }

  private static String said(Throwable failure, KairosConfig config) {
    if (!(failure instanceof AuthorizationException)) {
      return "the brokers do not answer as they must: " + failure.getMessage();
    }
    String add =
        "\n  kafka-acls.sh --bootstrap-server ... --add --allow-principal User:... --operation ";
    String ours = senders(config.topicPrefix());
    String prefixed = " --resource-pattern-type prefixed";
    return failure.getMessage()
        + ". Let an administrator run:"
        + (add + "DescribeConfigs --cluster")
        + (add + "Write --operation Read --operation DescribeConfigs --topic ")
        + Topics.TRIGGERS.name(config.topicPrefix())
        + (add + "Write --operation Describe --transactional-id " + ours + prefixed)
        + (add + "Read --group " + ours + prefixed);
  }
}
