package io.kairos.flink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaClientsTest {
  @TempDir private Path folder;

  @Test
  void aClientIsGivenOnlyWhatItKnows() {
    KafkaClients clients =
        TestConfig.of(
                Map.of(
                    "kafka.fetch.min.bytes", "1",
                    "kafka.linger.ms", "5",
                    "kafka.default.api.timeout.ms", "7000",
                    "kafka.security.protocol", "SSL"))
            .kafka();
    assertThat(clients.of(KafkaClient.CONSUMER))
        .containsOnlyKeys(
            "bootstrap.servers", "fetch.min.bytes", "default.api.timeout.ms", "security.protocol");
    assertThat(clients.of(KafkaClient.PRODUCER))
        .containsOnlyKeys("bootstrap.servers", "linger.ms", "security.protocol");
    assertThat(clients.of(KafkaClient.ADMIN))
        .containsOnlyKeys("bootstrap.servers", "default.api.timeout.ms", "security.protocol");
  }

  @ParameterizedTest
  @EnumSource
  void everyClientResolvesReferencesByItself(KafkaClient client) throws IOException {
    Files.writeString(folder.resolve("password"), "hunter2");
    String reference = "${dir:" + folder + ":password}";
    Properties given =
        TestConfig.of(Map.of("kafka.ssl.keystore.password", reference)).kafka().of(client);
    assertThat(given).containsEntry("ssl.keystore.password", reference);
    assertThat(asRead(client, given).getPassword("ssl.keystore.password").value())
        .isEqualTo("hunter2");
  }

  @Test
  void aSecretThatIsNotOnThisMachineIsNamedBeforeAClientTriesIt() {
    KafkaClients clients =
        TestConfig.of(Map.of("kafka.ssl.key.password", "${env:KAIROS_NO_SUCH_VARIABLE}")).kafka();
    assertThatThrownBy(clients::requireSecrets)
        .hasMessageContaining("kafka.ssl.key.password: ${env:KAIROS_NO_SUCH_VARIABLE}");
  }

  @Test
  void aReferenceMustLeadToWhatKafkaTakesWhichIsNotRepeated() throws IOException {
    Files.writeString(folder.resolve("right"), "64");
    Files.writeString(folder.resolve("wrong"), "64mb");

    assertThat(largest("right").number("max.request.size")).hasValue(64);
    assertThat(largest("right").number("buffer.memory")).isEmpty();
    assertThatThrownBy(() -> largest("wrong").number("max.request.size"))
        .hasMessageStartingWith("Option kafka.max.request.size: ${dir:")
        .hasMessageEndingWith("leads to what Kafka does not take");
    assertThatThrownBy(largest("wrong")::requireSecrets)
        .hasMessageStartingWith("Option kafka.max.request.size: ${dir:")
        .hasMessageNotContaining("64mb");
  }

  private KafkaClients largest(String file) {
    String reference = "${dir:" + folder + ':' + file + '}';
    return TestConfig.of(Map.of("kafka.max.request.size", reference)).kafka();
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.sasl.mechanism is missing,",
    "'GSSAPI' is none of, GSSAPI",
    "kafka.sasl.jaas.config is missing, SCRAM-SHA-512"
  })
  void aLoginIsAskedForWhole(String message, String mechanism) {
    Map<String, String> options = new HashMap<>(Map.of("kafka.security.protocol", "SASL_SSL"));
    if (mechanism != null) {
      options.put("kafka.sasl.mechanism", mechanism);
    }
    assertThatThrownBy(() -> TestConfig.of(options)).hasMessageContaining(message);
  }

  @Test
  void aTokenIsNeverMadeUp() {
    String module = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;";
    KafkaClients clients =
        TestConfig.of(
                Map.of(
                    "kafka.security.protocol", "SASL_SSL",
                    "kafka.sasl.mechanism", "OAUTHBEARER",
                    "kafka.sasl.jaas.config", module))
            .kafka();
    assertThat(clients.of(KafkaClient.ADMIN))
        .containsEntry(
            "sasl.login.callback.handler.class",
            "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
  }

  private static AbstractConfig asRead(KafkaClient client, Properties given) {
    Map<String, Object> all = new HashMap<>();
    given.forEach((key, value) -> all.put(key.toString(), value));
    return switch (client) {
      case CONSUMER -> {
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        yield new ConsumerConfig(all);
      }
      case PRODUCER -> {
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        yield new ProducerConfig(all);
      }
      case ADMIN -> new AdminClientConfig(all);
    };
  }
}
