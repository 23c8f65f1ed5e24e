package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(out.toString())
        .contains(
            "demo",
            "replay",
            "backtest",
            "profile",
            "segments",
            "explain",
            "rules",
            "doctor",
            "export",
            "fit",
            "topics",
            "traffic",
            "bench");
  }

  @Test
  void versionNamesKairosFlinkAndJava() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("Kairos", "Flink", "Java");
  }

  @Test
  void withoutACommandSaysWhichThereAre() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(
            "demo, replay, backtest, profile, segments, explain, rules, doctor, export, fit,"
                + " schemas, topics, traffic, bench or torture");
  }

  @Test
  void benchSaysWhereItIsWhenTheScriptHasNotFoundIt() {
    assertThat(run("bench")).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("sources");
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
    assertThat(run("demo", option, "0")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(option);
  }

  @Test
  void moreSlotsThanAMachineHasAUseForAreRefused() {
    assertThat(run("demo", "--parallelism", "65")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("--parallelism must be at most 64, but is 65", "see kairos demo --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"topics create", "traffic"})
  void whatIsNotForADemoAsksForTheBrokers(String command) {
    assertThat(run(command.split(" "))).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .isEqualTo("kairos: name the brokers with --bootstrap-servers HOST:PORT");
  }

  @Test
  void aMissingFileIsOneLineWithoutAStackTrace(@TempDir Path folder) {
    String file = folder.resolve("missing.csv").toString();

    assertThat(run("replay", "--format", "rees46", file)).isEqualTo(1);

    assertThat(err.toString().lines()).singleElement().asString().contains(file);
  }

  @Test
  void consentOfAReplayOnAChannelThatNoRuleKnowsIsOneLine(@TempDir Path folder) throws IOException {
    String file = Files.createFile(folder.resolve("rows.txt")).toString();

    assertThat(run("replay", "--format", "cdnow", "--consent", "pusch", file)).isEqualTo(1);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("--consent: the rules know no channel 'pusch'; known: email, in-app, push");
  }

  @Test
  void aModelWithoutAPlaceIsToldBeforeAnythingIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.txt"), "1 19970101 1 9.99\n");
    Path nowhere = file.resolve("model.yaml");

    assertThat(run("fit", "--format", "cdnow", "--out", nowhere.toString(), file.toString()))
        .isEqualTo(1);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("cannot make the folder " + file + " of --out");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--format, rees47, rees46",
    "--time-zone, Nowhere/X, is no time zone such as Asia/Shanghai",
    "--columns, color=c, no field 'color'",
    "--currency, QQQ, no currency 'QQQ'",
    "--parallelism, 0, from 1 to 64",
    "--parallelism, 65, from 1 to 64"
  })
  void aWrongOptionOfAReplayIsOneLineThatPointsToTheHelp(
      String option, String value, String message, @TempDir Path folder) throws IOException {
    String file = Files.createFile(folder.resolve("file.jsonl")).toString();
    List<String> args = new ArrayList<>(List.of("replay", option, value, file));
    if (!option.equals("--format")) {
      args.addAll(1, List.of("--format", "jsonl"));
    }

    assertThat(run(args.toArray(String[]::new))).isEqualTo(2);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(message, "see kairos replay --help");
  }

  @Test
  void aFileWithoutAnyEventIsAnError(@TempDir Path folder) throws IOException {
    String file = Files.writeString(folder.resolve("file.jsonl"), "oops\n").toString();

    assertThat(run("replay", "--format", "jsonl", file)).isEqualTo(1);

    assertThat(out.toString()).contains("left out, MALFORMED: 1 row");
    assertThat(err.toString()).contains("nothing to replay", file);
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidBeforeTheFileIsRead(@TempDir Path folder) throws IOException {
    String file = Files.createFile(folder.resolve("file.jsonl")).toString();

    assertThat(run("replay", "--format", "jsonl", "--out", file + "/out", file)).isEqualTo(1);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--out").doesNotContain("nothing to replay");
  }

  @Test
  void aFileToFitToThatIsMissingIsOneLine(@TempDir Path folder) {
    String file = folder.resolve("missing.txt").toString();

    assertThat(run("fit", "--format", "cdnow", file)).isEqualTo(1);

    assertThat(err.toString().lines()).singleElement().asString().contains(file);
  }

  @Test
  void aFileOfProfilesExcludesTheOptionsOfKafka() {
    assertThat(run("profile", "c1", "--input", "file", "--topic-prefix", "p.")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("--input");
  }

  @Test
  void aCustomerOfAFileIsPrintedAndAnotherIsAnError(@TempDir Path folder) throws IOException {
    String file =
        Files.writeString(
                folder.resolve("profiles.jsonl"),
                "{\"customerId\":\"c1\",\"asOf\":0,\"currency\":\"EUR\",\"spent\":1250}\n")
            .toString();

    assertThat(run("profile", "c1", "--input", file)).isZero();
    assertThat(run("profile", "c2", "--input", file)).isEqualTo(1);
    assertThat(run("segments", "--input", file)).isZero();

    assertThat(out.toString())
        .contains("Customer c1", "Thu 1 Jan 1970  00:00:00 UTC", "12.50 EUR")
        .containsPattern("none +1 +100.0 %");
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("no customer 'c2' among the 1 record of " + file, "ids like it: c1");
  }

  @Test
  void aFileOfProfilesThatIsMissingIsOneLine(@TempDir Path folder) {
    String file = folder.resolve("missing.jsonl").toString();

    assertThat(run("segments", "--input", file)).isEqualTo(1);

    assertThat(err.toString().lines()).singleElement().asString().contains(file);
  }

  @Test
  void aPropertiesFileThatIsMissingIsOneLine(@TempDir Path folder) {
    String file = folder.resolve("missing.properties").toString();

    assertThat(run("profile", "c1", "--kafka-config", file)).isEqualTo(1);

    assertThat(err.toString().lines()).singleElement().asString().contains(file);
  }

  @Test
  void aConfigurationThatIsMissingIsOneLine(@TempDir Path folder) {
    String file = folder.resolve("missing.properties").toString();

    assertThat(run("doctor", "--config", file)).isEqualTo(2);

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
