package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class KairosCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  @Test
  void helpNamesTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("demo", "replay", "fit");
  }

  @Test
  void versionNamesKairosFlinkAndJava() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("Kairos", "Flink", "Java");
  }

  @Test
  void withoutACommandSaysWhichThereAre() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("demo, replay or fit");
  }

  @Test
  void aWrongOptionIsOneLineThatPointsToTheHelp() {
    assertThat(run("demo", "--duration", "soon")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("kairos: ")
        .contains("soon", "see kairos demo --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--speed", "--parallelism", "--customers"})
  void aNumberBelowOneIsRefusedByTheNameOfItsOption(String option) {
    assertThat(run("demo", option, "0")).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains(option);
  }

  @Test
  void aMissingFileIsOneLineWithoutAStackTrace(@TempDir Path folder) {
    String file = folder.resolve("missing.csv").toString();

    assertThat(run("replay", "--format", "rees46", file)).isEqualTo(1);

    assertThat(err.toString().lines()).singleElement().asString().contains(file);
  }

  @Test
  void aFileToFitToThatIsMissingIsOneLine(@TempDir Path folder) {
    String file = folder.resolve("missing.txt").toString();

    assertThat(run("fit", "--format", "cdnow", file)).isEqualTo(1);

    assertThat(err.toString().lines()).singleElement().asString().contains(file);
  }

  @Test
  void aWrongDayIsOneLine() {
    assertThat(run("fit", "--format", "cdnow", "--until", "soon", "file")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("'soon' is no day");
  }

  @Test
  void verboseShowsTheStackTrace(@TempDir Path folder) {
    String file = folder.resolve("missing.csv").toString();

    assertThat(run("replay", "--verbose", "--format", "rees46", file)).isEqualTo(1);

    assertThat(err.toString()).contains("\tat io.kairos.local.ReplayCommand");
  }
}
