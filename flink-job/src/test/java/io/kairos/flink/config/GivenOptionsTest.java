package io.kairos.flink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenOptionsTest {
  private static final String PLANTED = "hunter2-planted";

  @TempDir private Path folder;

  @Test
  void argumentsWinOverTheFile() throws IOException {
    String file = file("topic.prefix=a.\nshop.currency=EUR\nprofile.key-salt=${env:SALT}\n");
    Configuration options =
        GivenOptions.of(new String[] {"--config", file, "--topic.prefix", "b."});
    assertThat(options.toMap())
        .isEqualTo(
            Map.of(
                "topic.prefix", "b.",
                "shop.currency", "EUR",
                "profile.key-salt", "${env:SALT}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profile.key-salt",
        "kafka.sasl.jaas.config",
        "kafka.ssl.keystore.password",
        "kafka.ssl.key.password",
        "kafka.ssl.keystore.key",
        "kafka.sasl.oauthbearer.client.credentials.client.secret"
      })
  void aSecretInPlainTextIsRefusedWhereverItStands(String option) throws IOException {
    String file = file(option + '=' + PLANTED);
    for (String[] args : new String[][] {{"--" + option, PLANTED}, {"--config", file}}) {
      assertThatThrownBy(() -> GivenOptions.of(args))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(option)
          .hasMessageContaining("${file:/PATH:KEY}")
          .hasMessageNotContaining(PLANTED);
    }
  }

  @Test
  void argumentsThatAreNoPairsAreNotRepeated() {
    assertThatThrownBy(() -> GivenOptions.of(new String[] {"topic.prefix", PLANTED}))
        .hasMessageContaining("--key")
        .hasMessageNotContaining(PLANTED)
        .hasNoCause();
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("kairos.properties"), text).toString();
  }
}
