package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.config.RegistryConfig;
import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.backtest.Backtest;
import io.kairos.local.backtest.BacktestRequest;
import io.kairos.local.backtest.BacktestResult;
import io.kairos.local.backtest.FileSource;
import io.kairos.local.backtest.KafkaSource;
import io.kairos.local.backtest.Period;
import io.kairos.local.backtest.Versions;
import io.kairos.local.history.Timeliness;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportOptions;
import io.kairos.local.imports.PublicFiles;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.replay.Replay;
import io.kairos.local.replay.ReplayRequest;
import io.kairos.wire.Decision;
import io.kairos.wire.PlainJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A backtest says byte for byte what the job says of the same input. */
@ExtendWith(SharedStack.class)
final class BacktestIT {
  private static final int EVENTS = 6_000;

  /** Beside the default rules: steps, cases, and silences short enough for the traffic. */
  private static final String RULES =
      """
      rules:
        - id: cart-steps
          version: 3
          event: cart.added
          per: cart
          restart: cart.changed
          unless: [order.placed, cart.emptied]
          steps:
            - {id: soon, after: 1h, idle: 30m, send: {channel: push, template: soon}}
            - id: later
              after: 24h
              send:
                - {if: cart.value >= 200, channel: sms, template: later, offer: ten}
                - {channel: push, template: later}
        - id: silent
          version: 1
          becomes: activity.idleDays >= 3
          send: {channel: push, template: silent}
        - id: often
          version: 1
          becomes: orders.in30Days >= 2
          again: 14d
          send: {channel: push, template: often, data: {orders: orders.in30Days}}
      """;

  /** At any hour of the day, so that the figures are those that were counted by other means. */
  private static final String CARTS =
      """
      rules:
        - id: cart-left
          version: 1
          event: cart.added
          per: cart
          restart: cart.changed
          after: 1h
          idle: 30m
          unless: [order.placed, cart.emptied]
          when: cart.count > 0
          send: {channel: push, template: cart-left, validFor: 12h}
      """;

  @TempDir private Path folder;
  private LocalStack stack;

  @BeforeEach
  void share(LocalStack shared) {
    stack = shared;
  }

  @Test
  void generatedEventsUnderRulesOfTheirOwn() throws Exception {
    List<InputEvent> events = SomeTraffic.first(EVENTS);
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);

    BacktestResult result =
        requireEqual(
            jsonl(),
            written(events),
            Optional.of(Instant.ofEpochMilli(SomeTraffic.afterwards(events))),
            Optional.of(rules));

    assertThat(result.rules()).allMatch(rule -> rule.fates().sent() > 0);
    assertThat(result.input().rejected()).containsKeys("NEGATIVE_MONEY", "DUPLICATE");
  }

  @Test
  void generatedEventsToTheLastUnderTheDefaultRules() throws Exception {
    requireEqual(jsonl(), written(SomeTraffic.first(EVENTS)), Optional.empty(), Optional.empty());
  }

  @Test
  void theSampleOfRees46ToFourOClock() throws Exception {
    BacktestResult result =
        requireEqual(
            ImportFormat.byName("rees46", ImportOptions.defaults()),
            PublicFiles.require("rees46/2019-Oct.head.csv.gz"),
            Optional.of(Instant.parse("2019-10-01T04:00:00Z")),
            Optional.of(Files.writeString(folder.resolve("rules.yaml"), CARTS)));

    assertThat(result.all().fates().sent()).isEqualTo(53);
    assertThat(result.all().reach().customers()).isEqualTo(53);
  }

  /** What arrived late, what was refused, what came twice: as the job saw it in the topics. */
  @Test
  void theInputTopicsOfAJob() throws Exception {
    List<InputEvent> events = SomeTraffic.first(EVENTS);
    try (JobOnBroker job = JobOnBroker.open(stack, 2, TopicTime.REPLAY)) {
      job.produce(withTrouble(events));
      job.run(JobOnBroker.replayTo(SomeTraffic.afterwards(events)));

      Backtest.run(
          new BacktestRequest(
              new KafkaSource(access(job.stack()), Timeliness.USUAL),
              Versions.of(RuleFile.defaults(Shop.DEFAULT.currency())),
              Shop.DEFAULT,
              to(SomeTraffic.afterwards(events)),
              Optional.of(folder)));

      List<String> triggers =
          Written.triggers(job.stack()).stream().map(PlainJson::of).sorted().toList();
      assertThat(triggers).isNotEmpty();
      assertThat(lines("triggers.jsonl")).containsExactlyInAnyOrderElementsOf(triggers);
      assertThat(lines("decisions.jsonl")).isEqualTo(sorted(Written.decisions(job.stack())));
    }
  }

  private BacktestResult requireEqual(
      ImportFormat format, Path file, Optional<Instant> until, Optional<Path> rules)
      throws Exception {
    replay(format, file, until, rules);
    byte[] triggers = Files.readAllBytes(folder.resolve("triggers.jsonl"));
    assertThat(triggers).isNotEmpty();
    Files.delete(folder.resolve("triggers.jsonl"));

    BacktestResult result =
        Backtest.run(
            new BacktestRequest(
                new FileSource(format, List.of(file)),
                Versions.of(rules(format.currency(), rules)),
                new Shop(format.currency(), format.zone()),
                new Period(Optional.empty(), until),
                Optional.of(folder)));

    assertThat(folder.resolve("triggers.jsonl")).hasBinaryContent(triggers);
    assertThat(lines("decisions.jsonl"))
        .hasSizeGreaterThanOrEqualTo(lines("triggers.jsonl").size());
    return result;
  }

  private void replay(ImportFormat format, Path file, Optional<Instant> until, Optional<Path> rules)
      throws Exception {
    Map<String, String> options =
        rules.map(path -> Map.of(KairosOptions.RULES.key(), path.toString())).orElse(Map.of());
    ReplayRequest request =
        new ReplayRequest(
            format,
            file,
            until,
            new ReplayRequest.Run(2, List.of("push", "sms"), options, Optional.of(folder)));
    try (PrintWriter out = new PrintWriter(new StringWriter())) {
      new Replay(request, out, out)
          .run((slots, stop) -> JobOnBroker.another(stack, slots, TopicTime.REPLAY));
    }
  }

  private static RuleSet rules(String currency, Optional<Path> file) throws Exception {
    RuleSet rules =
        file.isPresent()
            ? RuleFile.parse(Files.readString(file.get()), currency)
            : RuleFile.defaults(currency);
    return rules.with(rules.policy().assuming(Set.of("push", "sms")));
  }

  private static ImportFormat jsonl() {
    return ImportFormat.byName(
        "jsonl",
        ImportOptions.defaults()
            .withCurrency(Shop.DEFAULT.currency())
            .withZone(ZoneOffset.ofHours(8)));
  }

  /** Events as JSON lines, some of them twice, and one that cannot be true. */
  private Path written(List<InputEvent> events) throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (InputEvent event : events) {
      ObjectNode line = (ObjectNode) json.readTree(PlainJson.of(event.record()));
      line.put("topic", event.topic().label());
      lines.add(line.toString());
      if (lines.size() % 50 == 0) {
        lines.add(line.toString());
      }
    }
    lines.add(
        """
        {"type": "view", "eventId": "wrong", "customerId": "c", "time": %d, "price": -1}\
        """
            .formatted(events.get(0).timeMillis()));
    return Files.write(folder.resolve("events.jsonl"), lines);
  }

  /** Some records again at the end, where they are late, and one that no decoder can read. */
  private static List<Input> withTrouble(List<InputEvent> events) {
    List<Input> inputs = new ArrayList<>(events.stream().map(Input::of).toList());
    long last = events.get(events.size() - 1).timeMillis();
    for (int i = 0; i < events.size(); i += 40) {
      inputs.add(Input.of(events.get(i)).stamped(last));
    }
    inputs.add(Input.of(events.get(0)).withValue(new byte[] {1, 2, 3}).stamped(last));
    return inputs;
  }

  private static KafkaAccess access(LocalStack running) {
    return new KafkaAccess(
        running.kafka().bootstrapServers(), running.topicPrefix(), Map.of(), RegistryConfig.NONE);
  }

  private static Period to(long millis) {
    return new Period(Optional.empty(), Optional.of(Instant.ofEpochMilli(millis)));
  }

  private List<String> lines(String file) throws Exception {
    return Files.readAllLines(folder.resolve(file));
  }

  private static List<String> sorted(List<Decision> decisions) {
    return decisions.stream()
        .sorted(
            Comparator.comparingLong(Decision::getDecidedAt)
                .thenComparing(Decision::getCustomerId)
                .thenComparing(Decision::getId))
        .map(PlainJson::of)
        .toList();
  }
}
