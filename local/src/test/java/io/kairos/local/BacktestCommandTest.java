package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kairos backtest} on small files. */
final class BacktestCommandTest {
  private static final String HEADER = "time,customer,type,item,price";

  private static final String COLUMNS =
      "--columns=time=time,customer=customer,type=type,item=item,price=price";

  private static final String RULES =
      """
      rules:
        - id: cart-left
          version: 1
          event: cart.added
          per: cart
          after: 1h
          unless: order.placed
          send: {channel: push, template: cart-left}
        - id: silent
          version: 1
          becomes: activity.idleDays >= 30
          send: {channel: push, template: silent}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file;

  private Path rules;

  @BeforeEach
  void write() throws IOException {
    rules = Files.writeString(folder.resolve(".rules.yaml"), RULES);
    file =
        Files.write(
            folder.resolve("events.csv"),
            List.of(
                HEADER,
                "2026-03-01 10:00:00,ann,cart,lamp,120",
                "2026-03-01 10:00:00,bob,cart,lamp,80",
                "2026-03-01 10:30:00,bob,order,lamp,80",
                "2026-03-01 13:00:00,cid,view,lamp,80"));
  }

  private int run(Object... args) {
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> texts = new ArrayList<>(List.of("backtest"));
    Stream.of(args).map(Object::toString).forEach(texts::add);
    return command.execute(texts.toArray(String[]::new));
  }

  @Test
  void showsWhatRulesWouldHaveDone() {
    assertThat(run("--format", "csv", COLUMNS, "--rules", rules, file)).isZero();

    assertThat(out.toString())
        .contains("consent assumed for push and sms")
        .containsPattern("(?m)^cart-left +2 +1 +0 +1 +0 +0 +1 ")
        .contains("Never began: silent.")
        .contains("to customer ann by push")
        .contains("silent: 30 days (activity.idleDays >= 30)");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void takesTheDefaultRulesWhereNoneAreGiven() {
    assertThat(run("--format", "csv", COLUMNS, file)).isZero();

    assertThat(out.toString()).contains("Backtest of the default rules").contains("cart-abandon");
  }

  @Test
  void takesAFileByOptionAndAFolderAsItsFiles() throws IOException {
    Files.write(
        folder.resolve("more.csv"), List.of(HEADER, "2026-03-01 11:00:00,dan,cart,lamp,80"));
    Files.writeString(folder.resolve(".hidden"), "no events");

    assertThat(run("--format", "csv", COLUMNS, "--json", "--input", file)).isZero();
    long one = json().get("customers").asLong();
    out.getBuffer().setLength(0);
    assertThat(run("--format", "csv", COLUMNS, "--json", "--input", folder)).isZero();

    assertThat(one).isEqualTo(3);
    assertThat(json().get("customers").asLong()).isEqualTo(4);
  }

  @Test
  void writesTriggersAndDecisions() throws IOException {
    Path results = folder.resolve("new/results");

    assertThat(run("--format", "csv", COLUMNS, "--rules", rules, "--out", results, file)).isZero();

    assertThat(Files.readAllLines(results.resolve("triggers.jsonl")))
        .singleElement()
        .asString()
        .contains("\"mode\":\"REPLAY\"", "\"customerId\":\"ann\"");
    assertThat(Files.readAllLines(results.resolve("decisions.jsonl"))).hasSize(2);
  }

  @Test
  void withoutConsentNothingGoesOutWhereConsentIsNeeded() throws IOException {
    Path hello = folder.resolve("hello.yaml");
    Files.writeString(
        hello,
        """
        rules:
          - id: hello
            version: 1
            event: cart.added
            send: {channel: sms, template: hello}
        delivery:
          consentNeeded: [sms]
        """);

    assertThat(
            run("--format", "csv", COLUMNS, "--json", "--rules", hello, "--consent", "none", file))
        .isZero();

    assertThat(json().at("/all/sent").asLong()).isZero();
    assertThat(json().at("/rules/0/stoppedBy/0/reason").asText()).isEqualTo("NO_CONSENT");
    assertThat(json().at("/rules/0/stoppedBy/0/count").asLong()).isEqualTo(2);
  }

  @Test
  void consentOnAChannelThatNoRuleKnowsIsRefused() {
    assertThat(run("--format", "csv", COLUMNS, "--rules", rules, "--consent", "pusch", file))
        .isEqualTo(1);
    assertThat(run("--format", "csv", COLUMNS, "--rules", rules, "--consent", "push,none", file))
        .isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "kairos: --consent: the rules know no channel 'pusch'; known: push, sms; or none alone",
            "kairos: --consent: the rules know no channel 'none'; known: push, sms; or none alone");
  }

  @Test
  void consentMayNameAChannelOfTheBaselineOnly() throws IOException {
    Path letters =
        Files.writeString(folder.resolve(".letters.yaml"), RULES.replace("push", "letter"));

    assertThat(
            run(
                "--format",
                "csv",
                COLUMNS,
                "--rules",
                rules,
                "--baseline",
                letters,
                "--consent",
                "letter",
                file))
        .isZero();
  }

  @Test
  void aFileNeedsAFormatAndAFormatAFile() {
    assertThat(run(file)).isEqualTo(2);
    assertThat(run("--format", "csv", COLUMNS)).isEqualTo(2);

    assertThat(err.toString().lines().toList())
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).contains("--format", "rees46"),
            second -> assertThat(second).contains("--input"));
  }

  @Test
  void filesAndKafkaDoNotGoTogether() {
    assertThat(run("--format", "csv", COLUMNS, "--bootstrap-servers", "nowhere:1", file))
        .isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("Kafka");
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    assertThat(
            run(
                "--format",
                "csv",
                COLUMNS,
                "--from",
                "2026-03-02T00:00:00Z",
                "--to",
                "2026-03-01T00:00:00Z",
                file))
        .isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("--from and --to");
  }

  @Test
  void aMistakeInARuleFileIsOneLineWithItsName() throws IOException {
    Path baseline = Files.writeString(folder.resolve("old.yaml"), "rules: [{id: Wrong_Name}]");

    assertThat(run("--format", "csv", COLUMNS, "--baseline", baseline, file)).isEqualTo(1);

    assertThat(err.toString().lines())
        .first()
        .asString()
        .contains("old.yaml of --baseline is wrong");
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }
}
