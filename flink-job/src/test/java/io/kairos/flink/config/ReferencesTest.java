package io.kairos.flink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
  private static final String OPTION = "profile.key-salt";

  @TempDir private Path folder;

  @Test
  void leadToAKeyOfAFileToAFileAndToTheEnvironment() throws IOException {
    Path file = Files.writeString(folder.resolve("kafka.properties"), "a=1\nb=two $1 \\\\ words\n");
    Files.writeString(folder.resolve("password"), "three");
    assertThat(References.resolve(OPTION, "${file:" + file + ":b}")).isEqualTo("two $1 \\ words");
    assertThat(References.resolve(OPTION, "${dir:" + folder + ":password}")).isEqualTo("three");
    assertThat(References.resolve(OPTION, "${env:PATH}")).isEqualTo(System.getenv("PATH"));
    assertThat(References.resolve(OPTION, "none")).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${file:/no/such/file:key}",
        "${dir:/no/such/folder:file}",
        "${dir:/:no-such-file}",
        "${env:KAIROS_NO_SUCH_VARIABLE}"
      })
  void oneThatLeadsNowhereIsNamedWithItsOption(String reference) {
    assertThatThrownBy(() -> References.resolve(OPTION, reference))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(OPTION)
        .hasMessageContaining(reference);
  }

  @Test
  void aKeyThatTheFileDoesNotHaveIsNoSecretEither() throws IOException {
    Path file = Files.writeString(folder.resolve("kafka.properties"), "password=hunter2\nempty=");
    for (String key : new String[] {"pasword", "empty"}) {
      assertThatThrownBy(() -> References.resolve(OPTION, "${file:" + file + ':' + key + '}'))
          .hasMessageContaining(key + '}')
          .hasMessageNotContaining("hunter2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2\n", "hunter2\r\n", "hunter2\nmore"})
  void aSecretOfOneLineHasNoLineBreak(String secret) throws IOException {
    Files.writeString(folder.resolve("salt"), secret);
    assertThatThrownBy(() -> References.resolveLine(OPTION, "${dir:" + folder + ":salt}"))
        .hasMessageContaining("one line")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aKindThatNobodyResolvesIsRefused() {
    assertThatThrownBy(() -> References.requireKinds(OPTION, "${vault:/secret:salt}"))
        .hasMessageContaining("${vault:/secret:salt} is of no known kind")
        .hasMessageContaining("${env:NAME}");
  }

  @ParameterizedTest
  @CsvSource({
    "${env:A}, true",
    "${dir:/a:b}, true",
    "x${env:A}, false",
    "${env:A}${env:B}, false",
    "${A}, false",
    "$A, false"
  })
  void oneIsTheWholeText(String text, boolean one) {
    assertThat(References.isOne(text)).isEqualTo(one);
  }

  @Test
  void onlyTheKindsInUseAreSwitchedOn() {
    assertThat(References.switchedOn(Map.of("a", "plain"))).isEmpty();
    assertThat(References.switchedOn(Map.of("a", "${env:A} ${file:/b:c}")))
        .containsEntry("config.providers", "env,file")
        .containsEntry(
            "config.providers.env.class",
            "org.apache.kafka.common.config.provider.EnvVarConfigProvider")
        .hasSize(3);
  }
}
