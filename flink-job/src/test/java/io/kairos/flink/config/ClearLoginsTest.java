package io.kairos.flink.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.TestConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClearLoginsTest {
  @Test
  void aPasswordForBrokersIsReadByTheNetworkWithoutTls() {
    assertThat(ClearLogins.of(plain("SASL_PLAINTEXT")))
        .singleElement()
        .asString()
        .contains("kafka.sasl.mechanism: PLAIN over SASL_PLAINTEXT", "SASL_SSL");
    assertThat(ClearLogins.of(plain("sasl_plaintext"))).hasSize(1);
    assertThat(ClearLogins.of(plain("SASL_SSL"))).isEmpty();
  }

  @Test
  void aChallengeTellsTheNetworkNothing() {
    Map<String, String> scram =
        Map.of(
            "kafka.sasl.mechanism",
            "SCRAM-SHA-512",
            "kafka.security.protocol",
            "SASL_PLAINTEXT",
            "kafka.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"kairos\" password=\"${env:KAFKA_PASSWORD}\";");
    assertThat(ClearLogins.of(TestConfig.of(scram))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://registry:8081",
    "http://10.0.0.1:8081",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com"
  })
  void theRegistrysLoginIsReadByTheNetworkOverHttp(String url) {
    assertThat(ClearLogins.of(registry(url)))
        .singleElement()
        .asString()
        .contains("schema.registry.basic-auth", "https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://registry:8081",
        "http://localhost:8081/apis/ccompat/v7",
        "http://127.0.0.1:8081",
        "http://127.1.2.3",
        "http://[::1]:8081"
      })
  void itGoesOverTlsOrStaysOnTheMachine(String url) {
    assertThat(ClearLogins.of(registry(url))).isEmpty();
  }

  private static KairosConfig registry(String url) {
    return TestConfig.of(
        Map.of("schema.registry.url", url, "schema.registry.basic-auth", "${env:REGISTRY_LOGIN}"));
  }

  private static KairosConfig plain(String protocol) {
    return TestConfig.of(
        Map.of(
            "kafka.sasl.mechanism",
            "PLAIN",
            "kafka.security.protocol",
            protocol,
            "kafka.sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"kairos\" password=\"${env:KAFKA_PASSWORD}\";"));
  }
}
