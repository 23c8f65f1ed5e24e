package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.kafka.SecuredKafka;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The doctor at brokers with TLS and a login, which ask who may do what. */
final class DoctorRightsIT {
  private static final String PREFIX = Topics.DEFAULT_PREFIX;

  @TempDir private Path folder;

  @Test
  void rightsAreEnoughOrMissingOrTooMuch() throws Exception {
    try (SecuredKafka kafka = SecuredKafka.start(folder, 1)) {
      kafka.addUser("sound", "s", needed("sound"));
      kafka.addUser("sick", "s", sick());
      commit(kafka);

      assertThat(report(kafka, "sound", "wrong", 2)).contains("the login is refused");
      assertThat(report(kafka, "sound", "s", 0))
          .containsPattern("ok +authorizer: the brokers ask")
          .contains("rights of customers, clickstream, cart, orders: Read, Describe")
          .containsPattern("ok +rights of .*group kairos.job: Read, Describe")
          .contains("transaction.max.timeout.ms: could not be told")
          .doesNotContain("WRONG", "warning  rights");
      assertThat(report(kafka, "sick", "s", 1))
          .containsPattern("WRONG +topics of triggers: may not be seen")
          .containsPattern("WRONG +rights of orders: lacks Read")
          .containsPattern("WRONG +rights of group kairos.job: lacks Read, Describe")
          .containsPattern("warning +rights of rules: has Write, which it does not need")
          .contains("--allow-principal User:sick --operation Read --topic kairos.orders");
    }
  }

  private static List<AclBinding> needed(String user) {
    List<AclBinding> rules = new ArrayList<>();
    for (Topics topic : EnumSet.complementOf(EnumSet.of(Topics.FEEDBACK))) {
      boolean read = Topics.inputs().contains(topic) || topic == Topics.RULES;
      rules.add(allow(user, topic, read ? AclOperation.READ : AclOperation.WRITE));
      rules.add(allow(user, topic, AclOperation.DESCRIBE_CONFIGS));
    }
    rules.add(allow(user, ResourceType.GROUP, PREFIX + "job", AclOperation.READ));
    return rules;
  }

  /** Sees no triggers and no group, cannot read orders, and can write rules. */
  private static List<AclBinding> sick() {
    List<AclBinding> rules = new ArrayList<>(needed("sick"));
    rules.removeIf(rule -> rule.pattern().name().endsWith("triggers"));
    rules.removeIf(rule -> rule.pattern().resourceType() == ResourceType.GROUP);
    rules.remove(allow("sick", Topics.ORDERS, AclOperation.READ));
    rules.add(allow("sick", Topics.ORDERS, AclOperation.DESCRIBE));
    rules.add(allow("sick", Topics.RULES, AclOperation.WRITE));
    return rules;
  }

  private static AclBinding allow(String user, Topics topic, AclOperation operation) {
    return allow(user, ResourceType.TOPIC, topic.name(PREFIX), operation);
  }

  private static AclBinding allow(
      String user, ResourceType type, String name, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, PatternType.LITERAL),
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }

  /** As the job's checkpoints do. */
  private static void commit(SecuredKafka kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.plainServers()))) {
      admin
          .alterConsumerGroupOffsets(
              PREFIX + "job",
              Map.of(new TopicPartition(PREFIX + "cart", 0), new OffsetAndMetadata(0)))
          .all()
          .get();
    }
  }

  private String report(SecuredKafka kafka, String user, String password, int exitCode)
      throws IOException {
    Path secrets =
        Files.writeString(folder.resolve("secrets.properties"), "password=%s".formatted(password));
    Path config =
        Files.writeString(
            folder.resolve("job.properties"),
            """
            profile.key-salt=${env:PATH}
            kafka.bootstrap.servers=%s
            kafka.security.protocol=SASL_SSL
            kafka.ssl.truststore.type=PEM
            kafka.ssl.truststore.location=%s
            kafka.sasl.mechanism=SCRAM-SHA-512
            kafka.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule \
            required username="%s" password="${file:%s:password}";
            """
                .formatted(kafka.securedServers(), kafka.certificate(), user, secrets));
    StringWriter out = new StringWriter();
    CommandLine command = KairosCommand.commandLine().setOut(new PrintWriter(out, true));
    assertThat(command.execute("doctor", "--config", config.toString()))
        .as(out.toString())
        .isEqualTo(exitCode);
    return out.toString();
  }
}
