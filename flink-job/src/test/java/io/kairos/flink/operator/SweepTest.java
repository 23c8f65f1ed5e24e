package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of the rules reaches customers of whom nothing more is heard. */
class SweepTest {
  private static final long NOON = Scenario.START + 8 * 60 * 60 * 1000L;
  private static final long MINUTE = 60_000;
  private static final long DELAY_MILLIS = 10_000;
  private static final int CUSTOMERS = 5_000;
  private static final String RULE =
      "{id: r, becomes: activity.viewsIn30Days >= 1, existing: %s,"
          + " send: {channel: push, template: t}}";

  @TempDir private Path folder;

  static Stream<StateBackend> backends() {
    return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend(true));
  }

  @ParameterizedTest
  @MethodSource("backends")
  void reachesEachOfThemWithinTheHour(StateBackend backend) throws Exception {
    List<Trigger> triggers = sentAfter("fire", backend);

    assertThat(triggers).extracting(Trigger::getCustomerId).hasSize(CUSTOMERS);
    assertThat(triggers)
        .extracting(Trigger::getEventTime)
        .allSatisfy(at -> assertThat(at - NOON - DELAY_MILLIS).isBetween(0L, 60 * MINUTE));
    assertThat(triggers.stream().map(t -> (t.getEventTime() - NOON) / MINUTE).distinct().count())
        .isGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("backends")
  void letsThemBeWhereTheRuleSaysSo(StateBackend backend) throws Exception {
    assertThat(sentAfter("enter", backend)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("backends")
  void reachesThemToldOfAChangeInAYearBefore(StateBackend backend) throws Exception {
    assertThat(sent(List.of(inAYear(), update(RULE.formatted("fire"))), backend))
        .hasSize(CUSTOMERS);
  }

  private List<Trigger> sentAfter(String existing, StateBackend backend) throws Exception {
    return sent(List.of(update(RULE.formatted(existing))), backend);
  }

  /** What goes out after changes, each of which comes once the one before has reached everybody. */
  private List<Trigger> sent(List<RuleUpdate> changes, StateBackend backend) throws Exception {
    try (Subtasks subtasks = Subtasks.startWithRules(config(), backend, 1)) {
      long steps = 0;
      subtasks.rulesWatermark(0, NOON);
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        byte[] view = Wire.view("c" + customer, NOON - 2 * 60 * MINUTE);
        subtasks.process(
            new Logged(Origin.CLICKSTREAM, 0, NOON - 2 * 60 * MINUTE, view).envelope());
      }
      subtasks.watermark(NOON - MINUTE);
      for (RuleUpdate change : changes) {
        subtasks.rule(0, change);
        for (int step = 0; step < CUSTOMERS / 1_000; step++) {
          subtasks.watermark(NOON - MINUTE + ++steps);
        }
      }
      subtasks.rulesWatermark(0, Long.MAX_VALUE);
      for (int minute = 0; minute <= 90; minute++) {
        subtasks.watermark(NOON + minute * MINUTE);
      }
      return subtasks.triggers();
    }
  }

  private static RuleUpdate update(String body) throws Exception {
    return update(record("r", body).build());
  }

  private static RuleUpdate inAYear() throws Exception {
    return update(
        record("later", RULE.formatted("fire").replace("id: r", "id: later"))
            .setEffectiveFrom(NOON + 365 * 24 * 60 * MINUTE)
            .build());
  }

  private static RuleRecord.Builder record(String id, String body) {
    return RuleRecord.newBuilder().setKind(RuleKind.RULE).setId(id).setVersion(1).setBody(body);
  }

  private static RuleUpdate update(RuleRecord record) throws Exception {
    return new RuleUpdate(RuleRecord.getEncoder().encode(record).array(), 0, NOON);
  }

  private KairosConfig config() throws Exception {
    Path none = Files.writeString(folder.resolve("rules.yaml"), "rules: []\n");
    return TestConfig.of(Map.of(KairosOptions.RULES.key(), none.toString()));
  }
}
