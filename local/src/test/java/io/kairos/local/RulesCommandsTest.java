package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code rules test} and {@code rules try} from the command line. */
final class RulesCommandsTest {
  private static final String RULES =
      """
      rules:
        - id: liked
          event: like
          after: 10m
          send: {channel: push, template: thanks}
      """;
  private static final String STORY =
      """
      rules: rules.yaml
      stories:
        - story: who likes is thanked
          given: [2026-03-10 10:00 like]
          expect: ["%s push thanks from liked"]
      """;
  private static final String EVENTS =
      """
      {"type":"LIKE","time":"2026-03-10T02:00:00Z","customerId":"anna","eventId":"1","item":"a"}
      {"type":"VIEW","time":"2026-03-10T03:00:00Z","customerId":"bob","eventId":"2","item":"a"}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), RULES);
    Files.writeString(folder.resolve("true.yaml"), STORY.formatted("10:10"));
    Files.writeString(folder.resolve("false.yaml"), STORY.formatted("10:11"));
    Files.writeString(folder.resolve("events.jsonl"), EVENTS);
  }

  @Test
  void storiesThatComeTrueExitWithZero() {
    assertThat(run("rules", "test", file("true.yaml"))).isZero();
    assertThat(out.toString()).contains("who likes is thanked", "1 story came out as expected");
  }

  @Test
  void storiesThatDoNotExitWithOne() {
    assertThat(run("rules", "test", folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("2 stories: 1 as expected, 1 failed", "push thanks from liked, 1 min earlier");
  }

  @Test
  void verboseShowsWhatHappened() {
    assertThat(run("rules", "test", "--verbose", file("true.yaml"))).isZero();
    assertThat(out.toString()).contains("2026-03-10 10:10  > push thanks from liked.");
  }

  @Test
  void aWrongStoryIsAnErrorWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("true.yaml"), STORY.formatted("10.10"));
    assertThat(run("rules", "test", file("true.yaml"))).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("kairos: " + file("true.yaml") + ":5:15: '10.10' is no time");
  }

  @Test
  void otherRulesCanBeTested() throws IOException {
    Path other = Files.writeString(folder.resolve("other.yaml"), RULES.replace("10m", "11m"));
    assertThat(run("rules", "test", file("false.yaml"), "--rules", other.toString())).isZero();
  }

  @Test
  void aRuleIsTriedOnACustomerOfAFile() {
    assertThat(
            run(
                "rules",
                "try",
                file("rules.yaml"),
                "--customer",
                "anna",
                "--format",
                "jsonl",
                "--input",
                file("events.jsonl")))
        .isZero();
    assertThat(out.toString())
        .contains("Customer anna as of 2026-03-10 03:00 UTC", "liked  says push thanks")
        .contains("\"template\" : \"thanks\"", "may be sent until 2026-03-11 03:00");
  }

  @Test
  void aTrialCanBeJson() {
    run(
        "rules",
        "try",
        file("rules.yaml"),
        "--customer",
        "bob",
        "--format",
        "jsonl",
        "--input",
        file("events.jsonl"),
        "--json");
    assertThat(out.toString().strip())
        .startsWith("{\"customerId\":\"bob\"")
        .contains("\"began\":\"no like of this customer ever came\"");
  }

  @Test
  void anUnknownCustomerIsAnErrorThatNamesIdsLikeIt() {
    assertThat(
            run(
                "rules",
                "try",
                file("rules.yaml"),
                "--customer",
                "ana",
                "--format",
                "jsonl",
                "--input",
                file("events.jsonl")))
        .isEqualTo(1);
    assertThat(err.toString()).contains("no event of a customer 'ana'", "ids like it: anna");
  }

  @ParameterizedTest
  @CsvSource({
    "--format jsonl, name one with --input",
    "--input x, say with --format",
    "--input x --format jsonl --topic-prefix y, the options of Kafka do not go with a file",
    "--input x --format nonsense, nonsense"
  })
  void optionsThatDoNotGoTogetherAreRefused(String options, String complaint) {
    String[] given = ("rules try r.yaml --customer c " + options).split(" ");
    for (int i = 0; i < given.length; i++) {
      given[i] = given[i].equals("x") ? file("events.jsonl") : given[i];
    }
    assertThat(run(given)).isEqualTo(2);
    assertThat(err.toString()).contains(complaint);
  }
}
