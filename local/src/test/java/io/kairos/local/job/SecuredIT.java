package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.sink.outbox.OutboxCheck;
import io.kairos.flink.source.TopicCheck;
import io.kairos.local.InputEvent;
import io.kairos.local.LocalJob;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.SecuredKafka;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job at a broker that asks who it is, and allows it only what it must. */
@ExtendWith(SharedStack.class)
class SecuredIT {
  private static final String PASSWORD = "planted-7c1-password";

  @TempDir private static Path folder;
  private static SecuredKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = SecuredKafka.start(folder, 2);
    kafka.addUser("job", PASSWORD, leastRights());
    kafka.addUser("once", PASSWORD, rightsForExactlyOnce("once"));
    kafka.addUser("blind", PASSWORD, allButReadingTriggers());
    kafka.addUser("nobody", PASSWORD, List.of());
    Files.writeString(
        folder.resolve("secrets.properties"), "password=" + PASSWORD + "\nwrong=something-else\n");
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
  }

  @Test
  void theLeastRightsAreEnoughForARun(LocalStack shared) throws Exception {
    List<InputEvent> events = SomeTraffic.first(300);
    write(events);
    Map<String, String> secured = options("job", "password");
    assertThatCode(() -> TopicCheck.check(config(secured))).doesNotThrowAnyException();

    Map<String, String> options =
        new HashMap<>(JobOnBroker.replayTo(SomeTraffic.afterwards(events)));
    options.putAll(secured);
    long before = end(Topics.PROFILES);
    LocalJob.submit(shared, options).awaitEnd();

    assertThat(end(Topics.PROFILES)).isGreaterThan(before);
  }

  @Test
  void theRightsForExactlyOnceAreEnoughForItsRun(LocalStack shared) throws Exception {
    List<InputEvent> events = SomeTraffic.first(300);
    write(events);
    Map<String, String> options =
        new HashMap<>(JobOnBroker.replayTo(SomeTraffic.afterwards(events)));
    options.putAll(exactlyOnce("once"));
    KairosConfig once = config(exactlyOnce("once"));
    assertThatCode(() -> TopicCheck.check(once)).doesNotThrowAnyException();
    assertThatCode(() -> OutboxCheck.check(once)).doesNotThrowAnyException();

    long before = end(Topics.TRIGGERS);
    LocalJob.submit(shared, options).awaitEnd();

    assertThat(end(Topics.TRIGGERS)).isGreaterThan(before);
  }

  @Test
  void whatExactlyOnceNeedsAndIsNotAllowedIsSaidAsCommands() {
    assertThat(catchThrowable(() -> OutboxCheck.check(config(exactlyOnce("job")))))
        .hasMessageStartingWith("EXACTLY_ONCE_REFUSED")
        .hasMessageContaining("--operation DescribeConfigs --cluster")
        .hasMessageContaining("--transactional-id kairos.outbox- --resource-pattern-type prefixed")
        .hasMessageContaining("--group kairos.outbox- --resource-pattern-type prefixed");
  }

  @Test
  void whoMayNotReadTheTriggersIsToldSoBeforeAReceiptIsRefused() {
    assertThat(catchThrowable(() -> TopicCheck.check(config(exactlyOnce("blind")))))
        .hasMessageContaining("--operation Read --topic kairos.triggers");
  }

  @Test
  void noSecretIsInTheWebInterfaceASavepointOrADeadLetter(
      LocalStack shared, @TempDir Path savepoints) throws Exception {
    List<InputEvent> events = SomeTraffic.first(300);
    write(events);
    writeUnreadable();
    Map<String, String> options =
        JobOnBroker.with(
            JobOnBroker.replayTo(SomeTraffic.afterwards(events)),
            KairosOptions.BOUNDED.key(),
            "false");
    options.putAll(options("job", "password"));
    long before = end(Topics.DEAD_LETTERS);
    RunningJob job = LocalJob.submit(shared, options);
    Deadline.await("a dead letter", () -> end(Topics.DEAD_LETTERS) > before);
    String told = WebTour.of(shared.cluster().webAddress(), job.jobId());
    job.stopWithSavepoint(savepoints);

    assertThat(told).contains("kairos-customer").doesNotContain(PASSWORD);
    assertThat(StoredWords.in(savepoints, "kairos.cart")).as("what the scan sees").isPositive();
    assertThat(StoredWords.in(savepoints, PASSWORD)).isZero();
    assertThat(StoredWords.in(kafka.folder(), "kairos.dead-letters", "no record of ours"))
        .as("what the scan sees")
        .isPositive();
    assertThat(StoredWords.in(kafka.folder(), "kairos.dead-letters", PASSWORD)).isZero();
  }

  @Test
  void theLeastRightsAreEnoughToProveAnEnd(LocalStack shared) throws Exception {
    Map<String, String> options = new HashMap<>(options("job", "password"));
    options.put(KairosOptions.RULES.key(), HastyRules.in(folder));
    RunningJob running = LocalJob.submit(shared, options);
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      Input left = ShopEvents.addedToCart("quiet", Instant.now());
      producer.send(left.record(Topics.DEFAULT_PREFIX));
    }

    Deadline.await("a reminder though nothing more comes", () -> isReminded("quiet"));
    running.stopWithSavepoint(folder);
  }

  private static long end(Topics topic) throws Exception {
    return kafka.topics().endOffsets().get(topic);
  }

  private static boolean isReminded(String customer) throws IOException {
    String topic = Topics.TRIGGERS.name(Topics.DEFAULT_PREFIX);
    return Written.decoded(Written.records(kafka.plainServers(), topic), Trigger.getDecoder())
        .stream()
        .anyMatch(trigger -> trigger.getCustomerId().equals(customer));
  }

  @Test
  void aWrongPasswordIsSaidToBeOne() {
    Throwable refused = catchThrowable(() -> TopicCheck.check(config(options("job", "wrong"))));
    assertThat(refused)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Look at user and password in kafka.sasl.jaas.config")
        .hasMessageNotContaining("something-else");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsSaidToBeOne() {
    Map<String, String> options = new HashMap<>(options("job", "password"));
    options.remove("kafka.ssl.truststore.location");
    options.remove("kafka.ssl.truststore.type");
    assertThat(catchThrowable(() -> TopicCheck.check(config(options))))
        .hasMessageContaining("kafka.ssl.truststore");
  }

  @Test
  void allThatIsNotAllowedIsSaidAtOnceAsCommands() {
    assertThat(catchThrowable(() -> TopicCheck.check(config(options("nobody", "password")))))
        .hasMessageContaining("--operation Read --operation DescribeConfigs --topic kairos.cart")
        .hasMessageContaining("--operation Read --topic kairos.rules")
        .hasMessageContaining("--operation Write --topic kairos.triggers")
        .hasMessageContaining("--operation Write --operation DescribeConfigs --topic kairos.dead-")
        .hasMessageContaining("--operation Read --group kairos.job");
  }

  private static Map<String, String> exactlyOnce(String user) {
    return JobOnBroker.with(
        options(user, "password"),
        KairosOptions.GUARANTEE.key(),
        "exactly-once",
        KairosOptions.REQUIRED_REPLICATION.key(),
        "1");
  }

  private static List<AclBinding> allButReadingTriggers() {
    return rightsForExactlyOnce("blind").stream()
        .filter(
            right ->
                !right.pattern().name().equals("kairos.triggers")
                    || right.entry().operation() != AclOperation.READ)
        .toList();
  }

  private static List<AclBinding> rightsForExactlyOnce(String user) {
    List<AclBinding> rights = new ArrayList<>();
    leastRights()
        .forEach(right -> rights.add(allowed(user, right.pattern(), right.entry().operation())));
    ResourcePattern triggers = literal(ResourceType.TOPIC, "triggers");
    rights.add(allowed(user, triggers, AclOperation.READ));
    rights.add(allowed(user, triggers, AclOperation.DESCRIBE_CONFIGS));
    rights.add(
        allowed(
            user,
            new ResourcePattern(ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL),
            AclOperation.DESCRIBE_CONFIGS));
    rights.add(allowed(user, outbox(ResourceType.TRANSACTIONAL_ID), AclOperation.WRITE));
    rights.add(allowed(user, outbox(ResourceType.TRANSACTIONAL_ID), AclOperation.DESCRIBE));
    rights.add(allowed(user, outbox(ResourceType.GROUP), AclOperation.READ));
    return rights;
  }

  private static ResourcePattern outbox(ResourceType type) {
    return new ResourcePattern(type, Topics.DEFAULT_PREFIX + "outbox-", PatternType.PREFIXED);
  }

  private static List<AclBinding> leastRights() {
    List<AclBinding> rights = new ArrayList<>();
    for (Topics topic : Topics.inputs()) {
      rights.add(allowed(ResourceType.TOPIC, topic.label(), AclOperation.READ));
      rights.add(allowed(ResourceType.TOPIC, topic.label(), AclOperation.DESCRIBE_CONFIGS));
    }
    rights.add(allowed(ResourceType.TOPIC, "rules", AclOperation.READ));
    for (String output : List.of("triggers", "decisions", "profiles", "dead-letters")) {
      rights.add(allowed(ResourceType.TOPIC, output, AclOperation.WRITE));
    }
    rights.add(allowed(ResourceType.TOPIC, "dead-letters", AclOperation.DESCRIBE_CONFIGS));
    rights.add(allowed(ResourceType.GROUP, "job", AclOperation.READ));
    return rights;
  }

  private static AclBinding allowed(ResourceType type, String label, AclOperation operation) {
    return allowed("job", literal(type, label), operation);
  }

  private static ResourcePattern literal(ResourceType type, String label) {
    return new ResourcePattern(type, Topics.DEFAULT_PREFIX + label, PatternType.LITERAL);
  }

  private static AclBinding allowed(String user, ResourcePattern what, AclOperation operation) {
    return new AclBinding(
        what, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }

  private static void write(List<InputEvent> events) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      events.forEach(event -> producer.send(Input.of(event).record(Topics.DEFAULT_PREFIX)));
    }
  }

  private static void writeUnreadable() {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.plainServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] text = "no record of ours".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.CART.name(Topics.DEFAULT_PREFIX), text));
    }
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.plainServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static Map<String, String> options(String user, String key) {
    String password = "${file:%s:%s}".formatted(folder.resolve("secrets.properties"), key);
    return Map.of(
        KairosOptions.BOOTSTRAP_SERVERS.key(),
        kafka.securedServers(),
        KairosOptions.KEY_SALT.key(),
        "test",
        "kafka.security.protocol",
        "SASL_SSL",
        "kafka.sasl.mechanism",
        "SCRAM-SHA-512",
        "kafka.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"%s\" password=\"%s\";".formatted(user, password),
        "kafka.ssl.truststore.type",
        "PEM",
        "kafka.ssl.truststore.location",
        kafka.certificate().toString());
  }

  private static KairosConfig config(Map<String, String> options) {
    return KairosConfig.from(Configuration.fromMap(options));
  }
}
