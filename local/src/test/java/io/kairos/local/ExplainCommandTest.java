package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ExplainCommandTest {
  private static final String EVENTS =
      """
      {"type":"cart.added","customerId":"c1","time":"2024-05-01T10:00:00Z","cartId":"k1",\
      "item":"lamp","price":4200,"quantity":1}
      {"type":"view","customerId":"c2","time":"2024-05-01T12:00:00Z","item":"lamp"}
      """;
  private static final String DRAFT =
      """
      rules:
        - id: cart-abandon
          version: 2
          event: cart.added
          per: cart
          after: 1h
          when: cart.value >= 50
          send: {channel: push, template: cart-reminder}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path events;

  @BeforeEach
  void write() throws IOException {
    events = Files.writeString(folder.resolve("events.jsonl"), EVENTS);
  }

  private int run(String... args) {
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  private int explain(String id, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "explain",
                id,
                "--format",
                "jsonl",
                "--currency",
                "EUR",
                "--input",
                events.toString()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void tellsTheStoryOfACustomerOfAFile() {
    assertThat(explain("c1")).isZero();

    assertThat(out.toString())
        .contains(
            "Customer c1",
            "10:00:00  cart.added          lamp, 1 in the cart, 42.00 EUR",
            "11:00:00  > cart-abandon/reminder of k1 goes out by push: template cart-reminder");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aDraftTellsWhatWouldHaveHappened() throws IOException {
    String draft = Files.writeString(folder.resolve("draft.yaml"), DRAFT).toString();

    assertThat(explain("c1", "--rules", draft)).isZero();

    assertThat(out.toString())
        .contains("What would have happened", "cart.value 42.00, needs >= 50.00: 8.00 short");
  }

  @Test
  void whatIsAfterTheEndIsStillToCome() {
    assertThat(explain("c1", "--to", "2024-05-01T10:30:00Z")).isZero();

    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(
            "as of Wed 1 May 2024 10:30:00", "If nothing else happens Wed 1 May 2024 11:00:00 >");
  }

  @Test
  void withoutConsentNothingGoesOut() {
    assertThat(explain("c1", "--consent", "email", "--rule", "dormancy")).isZero();

    assertThat(out.toString()).contains("dormancy never began");
  }

  @Test
  void consentOnAChannelThatNoRuleKnowsIsRefused() throws IOException {
    String draft = Files.writeString(folder.resolve("draft.yaml"), DRAFT).toString();

    assertThat(explain("c1", "--consent", "pusch")).isEqualTo(1);
    assertThat(explain("c1", "--rules", draft, "--consent", "email")).isEqualTo(1);
    assertThat(explain("c1", "--consent", "none")).isZero();

    assertThat(err.toString().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("no channel 'pusch'", "email, in-app, push"),
            second -> assertThat(second).contains("no channel 'email'; known: push, sms"));
  }

  @Test
  void aDraftThatIsWrongIsOneLine() throws IOException {
    String draft =
        Files.writeString(folder.resolve("draft.yaml"), DRAFT.replace("cart.value", "cart.valeu"))
            .toString();

    assertThat(explain("c1", "--rules", draft)).isEqualTo(1);

    assertThat(err.toString()).contains(draft + " of --rules is wrong", "cart.valeu");
  }

  @Test
  void anUnknownCustomerIsAnErrorWithTheNearestIds() {
    assertThat(explain("c9")).isEqualTo(1);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("no event of a customer 'c9'", "ids like it: c1, c2");
  }

  @ParameterizedTest
  @CsvSource({
    "--format, jsonl, name one with --input",
    "--results, out, name it with --input",
    "--from, soon, is no instant",
    "--input, events.csv, say with --format",
  })
  void aWrongOptionIsOneLineThatPointsToTheHelp(String option, String value, String message) {
    assertThat(run("explain", "c1", option, value)).isEqualTo(2);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(message, "see kairos explain --help");
  }

  @Test
  void aFileExcludesTheOptionsOfKafka() {
    assertThat(explain("c1", "--topic-prefix", "p.")).isEqualTo(2);
    assertThat(err.toString()).contains("the options of Kafka do not go with a file");
  }
}
