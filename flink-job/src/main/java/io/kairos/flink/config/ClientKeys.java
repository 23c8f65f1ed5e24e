package io.kairos.flink.config;

import io.kairos.engine.condition.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;

/** Which settings of a Kafka client a deployment may choose, and why it may not choose the rest. */
final class ClientKeys {
  /** Stands before each of them as an option of the job. */
  static final String OPTION = "kafka.";

  static final SortedSet<String> ALLOWED =
      keys(
          """
          bootstrap.servers client.dns.lookup client.rack connections.max.idle.ms
          default.api.timeout.ms delivery.timeout.ms enable.metrics.push max.block.ms
          metadata.max.age.ms metadata.max.idle.ms metadata.recovery.rebootstrap.trigger.ms
          metadata.recovery.strategy metrics.num.samples metrics.recording.level
          metrics.sample.window.ms receive.buffer.bytes reconnect.backoff.max.ms
          reconnect.backoff.ms request.timeout.ms retry.backoff.max.ms retry.backoff.ms
          send.buffer.bytes socket.connection.setup.timeout.max.ms
          socket.connection.setup.timeout.ms

          fetch.max.bytes fetch.max.wait.ms fetch.min.bytes max.partition.fetch.bytes
          max.poll.records

          acks batch.size buffer.memory compression.gzip.level compression.lz4.level
          compression.type compression.zstd.level enable.idempotence linger.ms max.request.size

          security.protocol sasl.jaas.config sasl.mechanism sasl.login.connect.timeout.ms
          sasl.login.read.timeout.ms sasl.login.refresh.buffer.seconds
          sasl.login.refresh.min.period.seconds sasl.login.refresh.window.factor
          sasl.login.refresh.window.jitter sasl.login.retry.backoff.max.ms
          sasl.login.retry.backoff.ms sasl.oauthbearer.client.credentials.client.id
          sasl.oauthbearer.client.credentials.client.secret sasl.oauthbearer.header.urlencode
          sasl.oauthbearer.scope sasl.oauthbearer.scope.claim.name
          sasl.oauthbearer.sub.claim.name sasl.oauthbearer.token.endpoint.url

          ssl.cipher.suites ssl.enabled.protocols ssl.endpoint.identification.algorithm
          ssl.key.password ssl.keystore.certificate.chain ssl.keystore.key ssl.keystore.location
          ssl.keystore.password ssl.keystore.type ssl.protocol ssl.truststore.certificates
          ssl.truststore.location ssl.truststore.password ssl.truststore.type
          """);

  /** Those whose only good value is Kafka's default, for files that say it anyway. */
  private static final Map<String, List<String>> SETTLED =
      Map.of("acks", List.of("all", "-1"), "enable.idempotence", List.of("true"));

  /** The first one that fits holds. */
  private static final List<Refusal> REFUSED =
      List.of(
          new Refusal(
              "config\\.providers.*",
              "is set by the job: references work without it. Write " + References.FORMS),
          new Refusal(
              ".*\\.class(es)?|metric\\.reporters|security\\.providers|partition\\.assignment\\.strategy",
              "would run code that the options name"),
          new Refusal(
              "group\\..*|heartbeat\\.interval\\.ms|session\\.timeout\\.ms|max\\.poll\\.interval\\.ms",
              "is not used: the job gives out partitions itself, and its group is named by topic.prefix"),
          new Refusal(
              "auto\\.offset\\.reset|enable\\.auto\\.commit|auto\\.commit\\.interval\\.ms",
              "is settled: where to read on is in the job's checkpoints"),
          new Refusal(
              "isolation\\.level|check\\.crcs|exclude\\.internal\\.topics|share\\..*|internal\\..*",
              "is settled: every deployment reads the same records of a topic"),
          new Refusal(
              "transactional\\.id|transaction\\..*",
              "is settled: sink.delivery-guarantee says how triggers are written"),
          new Refusal(
              "max\\.in\\.flight\\.requests\\.per\\.connection|partitioner\\..*",
              "is settled: the order of a customer's records hangs on it"),
          new Refusal(
              "(key|value)\\..*", "is settled: docs/topics.md says what a record looks like"),
          new Refusal(
              "retries", "is settled: delivery.timeout.ms says for how long is tried again"),
          new Refusal("client\\.id", "is settled: each of the job's clients has a name of its own"),
          new Refusal(
              "allow\\.auto\\.create\\.topics", "is settled: a missing topic is named, not made"),
          new Refusal("bootstrap\\.controllers", "is not used: the job asks brokers only"),
          new Refusal(
              "sasl\\.kerberos\\..*", "is not used: logins are SCRAM, PLAIN or OAUTHBEARER"),
          new Refusal(
              "sasl\\.oauthbearer\\..*", "is not used: a token comes for client credentials only"),
          new Refusal("ssl\\..*", "is settled: the JVM's default holds"));

  private static final ConfigDef KAFKA = AdminClientConfig.configDef();

  /**
   * @param keys a pattern of settings
   * @param reason why none of them is for a deployment to choose, as the end of a sentence
   */
  private record Refusal(String keys, String reason) {}

  private ClientKeys() {}

  /**
   * @throws IllegalArgumentException if a deployment may not set it, or not so
   */
  static void check(String key, String value) {
    if (!ALLOWED.contains(key)) {
      throw wrong(key, refusal(key).orElseGet(() -> unknown(key)));
    }
    if (SETTLED.containsKey(key) && !SETTLED.get(key).contains(value)) {
      throw wrong(key, "must be " + SETTLED.get(key).get(0) + ", or no record is safe");
    }
  }

  /**
   * Why one of the clients that know it would not start with such a value, in Kafka's words, which
   * repeat the value. A client that is made only when the job runs would restart it for ever.
   */
  static Optional<String> refusal(String key, String value) {
    return Stream.of(KafkaClient.values())
        .flatMap(client -> client.refusal(key, value).stream())
        .findFirst();
  }

  /** Why a deployment may not set it; empty where Kafka has no such setting. */
  static Optional<String> refusal(String key) {
    if (!key.startsWith(AbstractConfig.CONFIG_PROVIDERS_CONFIG)
        && Stream.of(KafkaClient.values()).noneMatch(client -> client.knows(key))) {
      return Optional.empty();
    }
    return REFUSED.stream()
        .filter(refusal -> key.matches(refusal.keys()))
        .map(Refusal::reason)
        .findFirst();
  }

  private static String unknown(String key) {
    return "is not known"
        + Spelling.nearest(key, ALLOWED)
            .map(near -> ". Did you mean " + OPTION + near + "?")
            .orElse(". docs/configuration.md lists the settings of Kafka clients that are");
  }

  /** Whether Kafka itself holds its value for a secret. */
  static boolean isSecret(String key) {
    return KAFKA.configKeys().containsKey(key)
        && KAFKA.configKeys().get(key).type == ConfigDef.Type.PASSWORD;
  }

  /** Whether its value is a key or certificates in PEM form. */
  static boolean spansLines(String key) {
    return key.equals(SslConfigs.SSL_KEYSTORE_KEY_CONFIG)
        || key.equals(SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG)
        || key.equals(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG);
  }

  private static SortedSet<String> keys(String text) {
    return new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
  }

  private static IllegalArgumentException wrong(String key, String why) {
    return new IllegalArgumentException("Option " + OPTION + key + ' ' + why);
  }
}
