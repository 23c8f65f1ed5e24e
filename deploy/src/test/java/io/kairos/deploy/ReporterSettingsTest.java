package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to deploy reports metrics as alerts and dashboards ask for them. */
class ReporterSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../docker/compose.yaml",
        "kubernetes/base/flink-deployment.yaml",
        "standalone/conf/config.yaml"
      })
  void keepsLabelsAsTheyAre(String file) throws IOException {
    assertThat(Files.readString(Path.of(file)).replace("\"", ""))
        .contains("PrometheusReporterFactory", "prom.filterLabelValueCharacters: false");
  }
}
