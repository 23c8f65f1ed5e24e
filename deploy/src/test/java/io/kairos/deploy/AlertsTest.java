package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The alerts, as a person who is woken by one needs them. */
class AlertsTest {
  private static final Path FOLDER = Path.of("monitoring", "prometheus");
  private static final Path DOCS = Path.of("..", "docs");
  private static final String RUNBOOK = "docs/operations.md#";

  record Alert(String name, Map<String, String> labels, Map<String, String> annotations) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void saysHowBadItIsWhatItIsAndWhatToDo(Alert alert) {
    assertThat(alert.labels.get("severity")).isIn("critical", "warning");
    assertThat(alert.annotations.get("summary")).endsWith(".");
    assertThat(alert.annotations.get("runbook_url")).startsWith(RUNBOOK);
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void hasItsPartOfTheRunbook(Alert alert) throws IOException {
    Path page = DOCS.resolve("operations.md");
    assertThat(anchors(page))
        .contains(alert.annotations.get("runbook_url").substring(RUNBOOK.length()));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void isTestedBothWays(Alert alert) throws IOException {
    List<Map<?, ?>> cases =
        list(yaml(FOLDER.resolve("alerts.test.yml")), "tests")
            .flatMap(test -> list(test, "alert_rule_test"))
            .<Map<?, ?>>map(one -> one)
            .filter(one -> one.get("alertname").equals(alert.name))
            .toList();
    assertThat(cases).anyMatch(one -> one.containsKey("exp_alerts"));
    assertThat(cases).anyMatch(one -> !one.containsKey("exp_alerts"));
  }

  @Test
  void fireAndKeepSilentAsTheirTestsSay() throws Exception {
    requireSuccess("test", "rules", "alerts.test.yml");
  }

  @Test
  void areFoundByTheConfiguration() throws Exception {
    requireSuccess("check", "config", "prometheus.yml");
  }

  static Stream<Alert> alerts() throws IOException {
    return list(yaml(FOLDER.resolve("alerts.yml")), "groups")
        .flatMap(group -> list(group, "rules"))
        .map(
            rule ->
                new Alert(
                    (String) rule.get("alert"), texts(rule, "labels"), texts(rule, "annotations")));
  }

  private static void requireSuccess(String... arguments) throws Exception {
    Optional<Path> promtool = promtool();
    assumeTrue(
        promtool.isPresent(), "no promtool on the PATH; Debian has it in the package prometheus");
    Process process =
        new ProcessBuilder(
                Stream.concat(Stream.of(promtool.get().toString()), Arrays.stream(arguments))
                    .toList())
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static Optional<Path> promtool() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The anchors of a page's headings, as GitHub makes them. */
  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }

  private static Map<?, ?> yaml(Path file) throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static Stream<Map<?, ?>> list(Map<?, ?> of, String key) {
    return ((List<?>) of.get(key)).stream().map(one -> (Map<?, ?>) one);
  }

  @SuppressWarnings("unchecked") // YAML's texts under texts.
  private static Map<String, String> texts(Map<?, ?> of, String key) {
    return (Map<String, String>) of.get(key);
  }
}
