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
import picocli.CommandLine;

final class RulesCheckCommandTest {
  private static final String LEANS_ON_THE_DEFAULT_FILE =
      """
      rules:
        - id: hello
          event: view
          when: segment('high-value')
          send: {channel: push, template: hello}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysInOneLineThatAFileIsRight() throws IOException {
    assertThat(check(LEANS_ON_THE_DEFAULT_FILE)).isZero();

    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .endsWith("rules.yaml: no errors, 1 rule");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void pointsAtWhatIsWrongAsACompilerDoes() throws IOException {
    assertThat(check(LEANS_ON_THE_DEFAULT_FILE.replace("high-value", "high"))).isEqualTo(1);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines().toList())
        .hasSize(3)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).contains("rules.yaml:4:").contains(": error: ");
              assertThat(lines.get(1)).isEqualTo("    4 |     when: segment('high')");
              assertThat(lines.get(2)).matches(" +\\| +\\^");
            });
  }

  @Test
  void readsAFileAloneWhereAskedTo() throws IOException {
    assertThat(check(LEANS_ON_THE_DEFAULT_FILE, "--alone")).isEqualTo(1);
    assertThat(err.toString()).contains("high-value");
  }

  @Test
  void readsAFileBesideAnother() throws IOException {
    Path base = Files.writeString(folder.resolve("base.yaml"), "segments: []\n");

    assertThat(check(LEANS_ON_THE_DEFAULT_FILE, "--base", base.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("rules.yaml:4:");
  }

  @Test
  void takesAWithdrawnRuleInAWholeFileOnly() throws IOException {
    String withdrawn = LEANS_ON_THE_DEFAULT_FILE + "    status: withdrawn\n";

    assertThat(
            check(
                withdrawn.replace("high-value", "any")
                    + "segments: [{id: any, when: orders.count > 0}]\n",
                "--alone"))
        .isZero();
    assertThat(check(withdrawn)).isEqualTo(1);
    assertThat(err.toString())
        .contains("rules.yaml:6:13: error: ", "./kairos rules withdraw hello");
  }

  @Test
  void warnsOfADayThatHasBegunAndOfAPolicyThatLosesItsLimits() throws IOException {
    assertThat(
            check(
                """
                rules:
                  - id: double-11
                    every: 2020-11-11
                    send: {channel: push, template: sale}
                delivery: {cancelFor: 5m}
                """))
        .isZero();

    assertThat(err.toString())
        .contains(
            "rules.yaml:3:12: warning: rule 'double-11' reaches nobody",
            "rules.yaml:5:11: warning: delivery no longer has quietHours, caps, gap, channels");
  }

  @Test
  void warnsAndIsContent() throws IOException {
    assertThat(check(LEANS_ON_THE_DEFAULT_FILE.replace("channel: push", "channel: sms"))).isZero();

    assertThat(err.toString()).contains("rules.yaml:2:5: warning: rule 'hello' reaches only");
    assertThat(out.toString()).contains("no errors, 1 warning, 1 rule");
  }

  @Test
  void ofAFileThatIsMissingIsOneLine() {
    assertThat(run("rules", "check", folder.resolve("none.yaml").toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("kairos: cannot read ");
  }

  @Test
  void doesNotKnowEveryCurrency() throws IOException {
    assertThat(check(LEANS_ON_THE_DEFAULT_FILE, "--currency", "QQQ")).isEqualTo(2);
    assertThat(err.toString()).contains("no currency 'QQQ'", "see kairos rules check --help");
  }

  @Test
  void publishRefusesOptionsThatContradictEachOther() {
    assertThat(run("rules", "publish")).isEqualTo(2);
    assertThat(run("rules", "publish", "--rollback", "hello")).isEqualTo(2);
    assertThat(run("rules", "publish", "file", "--status", "withdrawn")).isEqualTo(2);
    assertThat(run("rules", "pause")).isEqualTo(2);
    assertThat(run("rules", "pause", "hello", "--all")).isEqualTo(2);
    assertThat(run("rules")).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).startsWith("kairos: ").contains("--help"));
  }

  private int check(String yaml, String... options) throws IOException {
    String file = Files.writeString(folder.resolve("rules.yaml"), yaml).toString();
    List<String> args = new ArrayList<>(List.of("rules", "check", file));
    args.addAll(List.of(options));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }
}
