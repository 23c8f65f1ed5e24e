package io.kairos.flink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.TestConfig;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeysTest {

  static SortedSet<String> settingsOfKafka() {
    SortedSet<String> all = new TreeSet<>(ConsumerConfig.configNames());
    all.addAll(ProducerConfig.configNames());
    all.addAll(AdminClientConfig.configNames());
    return all;
  }

  @Test
  void everyAllowedKeyIsASettingOfKafka() {
    assertThat(settingsOfKafka()).containsAll(ClientKeys.ALLOWED);
  }

  @ParameterizedTest
  @MethodSource("settingsOfKafka")
  void everySettingOfKafkaIsAllowedOrRefusedWithAReason(String setting) {
    assertThat(ClientKeys.ALLOWED.contains(setting) || ClientKeys.refusal(setting).isPresent())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "interceptor.classes, would run code",
    "metric.reporters, would run code",
    "sasl.login.callback.handler.class, would run code",
    "ssl.engine.factory.class, would run code",
    "config.providers, is set by the job",
    "config.providers.file.class, is set by the job",
    "group.id, topic.prefix",
    "isolation.level, is settled",
    "transactional.id, is settled",
    "key.serializer, docs/topics.md",
    "value.deserializer, docs/topics.md",
    "enable.auto.commit, checkpoints"
  })
  void whatThePromisesLeanOnIsRefusedByNameWithTheReason(String key, String reason) {
    assertThatThrownBy(() -> given(key, "x"))
        .hasMessageStartingWith("Option kafka." + key + ' ')
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"acks, all", "acks, -1", "enable.idempotence, true"})
  void whatIsSoAnywayMayBeSaid(String key, String value) {
    assertThatCode(() -> given(key, value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"acks, 1", "acks, 0", "enable.idempotence, false"})
  void nothingMayLoseRecords(String key, String value) {
    assertThatThrownBy(() -> given(key, value)).hasMessageContaining("kafka." + key + " must be");
  }

  @ParameterizedTest
  @CsvSource({
    "secruity.protocol, security.protocol",
    "ssl.truststore.pasword, ssl.truststore.password",
    "sasl.jaas.confg, sasl.jaas.config"
  })
  void aMisspelledKeyIsNamedWithTheNearest(String given, String meant) {
    assertThatThrownBy(() -> given(given, "x"))
        .hasMessage("Option kafka.%s is not known. Did you mean kafka.%s?".formatted(given, meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssl.keystore.password", "ssl.key.password", "sasl.jaas.config"})
  void aSecretOfKafkaIsKnownAsOne(String key) {
    assertThat(ClientKeys.isSecret(key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "linger.ms, 5 ms, Not a number",
    "fetch.min.bytes, 1kb, Not a number",
    "max.request.size, 64mb, Not a number",
    "buffer.memory, -1, must be at least 0",
    "compression.type, lz5, lz4",
    "security.protocol, TLS, SASL_SSL",
    "request.timeout.ms, -5, must be at least 0"
  })
  void aValueThatAClientWouldRefuseIsRefusedBeforeTheStart(String key, String value, String why) {
    assertThatThrownBy(() -> given(key, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Option kafka." + key + " is not what Kafka takes: ")
        .hasMessageContaining(value)
        .hasMessageContaining(why);
  }

  private static KairosConfig given(String key, String value) {
    return TestConfig.of(Map.of("kafka." + key, value));
  }
}
