package io.kairos.flink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KairosConfigTest {

  @Test
  void theDefaultsAreAShopInChina() {
    KairosConfig config = TestConfig.of(Map.of());
    assertThat(config.decisions().shop().currency()).isEqualTo("CNY");
    assertThat(config.decisions().shop().zone()).hasToString("Asia/Shanghai");
    assertThat(config.decisions().rules().rules()).containsKeys("cart-abandon", "dormancy");
  }

  @Test
  void aKeyUnderKafkaIsPassedOn() {
    KairosConfig config = TestConfig.of(Map.of("kafka.security.protocol", "SSL"));
    assertThat(config.kafka().settings()).containsEntry("security.protocol", "SSL");
  }

  @Test
  void toldAsTextItHidesItsSecrets() {
    KairosConfig config =
        TestConfig.of(
            Map.of(
                "profile.key-salt", "hunter2-planted",
                "kafka.ssl.key.password", "${env:KAFKA_KEY}"));
    assertThat(config.toString()).doesNotContain("hunter2-planted").contains("ssl.key.password");
    assertThat(config.decisions().toString()).contains("profile.key-salt=(hidden)");
  }

  @Test
  void withoutBrokersItSaysWhatToGive() {
    assertThatThrownBy(() -> KairosConfig.from(new Configuration()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kafka.bootstrap.servers");
  }

  @Test
  void withoutASaltItSaysWhatToChoose() {
    Configuration noSalt = Configuration.fromMap(Map.of("kafka.bootstrap.servers", "nowhere:1"));
    assertThatThrownBy(() -> KairosConfig.from(noSalt)).hasMessageContaining("profile.key-salt");
  }

  @Test
  void anOptionThatIsNotKnownIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> TestConfig.of(Map.of("time.latenes", "5 s")))
        .hasMessageContaining("time.latenes is not known")
        .hasMessageContaining("time.lateness");
  }

  @ParameterizedTest
  @CsvSource({
    "time.skew, -1 s",
    "time.clock.speed, 0",
    "time.watermark-interval, 0",
    "time.watermark-interval, 500 us",
    "time.end-check, 500 us",
    "source.max-record-size, 3 gb"
  })
  void aNumberOutOfRangeIsNamedWithItsOption(String key, String value) {
    assertThatThrownBy(() -> TestConfig.of(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }

  @Test
  void aBoundedReplayNeedsItsEnd() {
    assertThatThrownBy(() -> TestConfig.of(Map.of("source.bounded", "true")))
        .hasMessageContaining("time.end");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.currency, YUAN",
    "shop.time-zone, Asia/Atlantis",
    "sink.format, xml",
    "delivery.mode, dry",
    "delivery.assumed-consent, 'push,sms'",
    "rule.file, no-such-file.yaml"
  })
  void aWrongValueIsNamedWithItsOption(String key, String value) {
    assertThatThrownBy(() -> TestConfig.of(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  @Test
  void consentIsAssumedOnChannelsThatTheRuleFileDeclares() {
    assertThatCode(() -> assuming("push;sms").requireDeclaredChannels()).doesNotThrowAnyException();
    assertThatThrownBy(() -> assuming("push;smss").requireDeclaredChannels())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("delivery.assumed-consent 'smss'")
        .hasMessageContaining("push, service-desk, sms");
  }

  @Test
  void aRuleFileThatDeclaresNoChannelsHasAny(@TempDir Path folder) throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "rules: []\n");
    KairosConfig config =
        TestConfig.of(Map.of("rule.file", rules.toString(), "delivery.assumed-consent", "pigeon"));
    assertThatCode(config.decisions()::requireDeclaredChannels).doesNotThrowAnyException();
  }

  @Test
  void theFormatOfARegistryNeedsARegistry() {
    assertThatThrownBy(() -> TestConfig.of(Map.of("sink.format", "registry")))
        .hasMessageContaining("sink.format")
        .hasMessageContaining("schema.registry.url");
  }

  @ParameterizedTest
  @CsvSource({
    "schema.registry.url, registry:8081",
    "schema.registry.url, http://ann:s3cret@registry:8081",
    "schema.registry.url, http://reg istry/s3cret",
    "schema.registry.basic-auth, ann:s3cret"
  })
  void whatMayHoldALoginIsRefusedWithoutRepeatingIt(String key, String value) {
    assertThatThrownBy(() -> TestConfig.of(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aLoginNeedsARegistry() {
    assertThatThrownBy(
            () -> TestConfig.of(Map.of("schema.registry.basic-auth", "${env:REGISTRY_LOGIN}")))
        .hasMessageContaining("schema.registry.basic-auth needs schema.registry.url");
  }

  @Test
  void aSlashAtTheEndOfTheRegistrysAddressDoesNotCount() {
    KairosConfig config =
        TestConfig.of(Map.of("schema.registry.url", "http://registry:8081/apis/ccompat/v7/"));
    assertThat(config.registry().url()).isEqualTo("http://registry:8081/apis/ccompat/v7");
    assertThat(TestConfig.of(Map.of()).registry().isSet()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1000, 1000", "1500, 31000", "2000, 61000", "999999, 999999"})
  void aFastClockRunsFromItsOriginAndNeverPassesTheWall(long wall, long shown) {
    WallClock clock = new WallClock(1_000, 1_000, 60);
    assertThat(clock.at(wall)).isEqualTo(Math.min(wall, shown));
  }

  private static KairosConfig.Decisions assuming(String channels) {
    return TestConfig.of(Map.of("delivery.assumed-consent", channels)).decisions();
  }
}
