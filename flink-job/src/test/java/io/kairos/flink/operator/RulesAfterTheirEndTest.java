package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.flink.source.CleaningGate;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bounded job that fails once the source of rules has ended: Flink does not start that again. */
class RulesAfterTheirEndTest {
  private static final long NOON = Scenario.START + 8 * 60 * 60 * 1000L;
  private static final long MINUTE = 60_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void rulesAreKnownThatNobodyReadsAgain(int parallelism) throws Exception {
    try (Subtasks before = Subtasks.startWithRules(config(), 2)) {
      OperatorSubtaskState checkpoint = checkpoint(before);
      try (Subtasks after = before.restarted(checkpoint, parallelism)) {
        assertThat(sent(after)).hasSize(1);
      }
    }
  }

  @Test
  void rulesAreTakenOnceThatAreReadAgain() throws Exception {
    try (Subtasks before = Subtasks.startWithRules(config(), 2)) {
      OperatorSubtaskState checkpoint = checkpoint(before);
      try (Subtasks after = before.restarted(checkpoint, 1)) {
        for (RuleUpdate update : updates()) {
          after.rule(0, update);
        }
        assertThat(sent(after)).hasSize(1);
        List<Object> letters = new ArrayList<>();
        after.sideOutput(CleaningGate.DEAD_LETTERS, letters::add);
        assertThat(letters).as("refused before").isEmpty();
      }
    }
  }

  private static OperatorSubtaskState checkpoint(Subtasks subtasks) throws Exception {
    for (RuleUpdate update : updates()) {
      subtasks.rule(0, update);
      subtasks.rule(1, update);
    }
    subtasks.rulesWatermark(0, Long.MAX_VALUE);
    subtasks.rulesWatermark(1, Long.MAX_VALUE);
    subtasks.watermark(NOON + MINUTE);
    return subtasks.snapshot(1);
  }

  private static List<Trigger> sent(Subtasks subtasks) throws Exception {
    byte[] view = Wire.view("ann", NOON + 2 * MINUTE);
    subtasks.process(new Logged(Origin.CLICKSTREAM, 0, NOON + 2 * MINUTE, view).envelope());
    subtasks.watermark(NOON + 5 * MINUTE);
    return subtasks.triggers();
  }

  private static List<RuleUpdate> updates() throws Exception {
    return List.of(
        update(0, "{id: r, event: nothing-like-it, send: {channel: push, template: t}}"),
        update(1, "{id: r, event: view, send: {channel: push, template: t}}"));
  }

  private static RuleUpdate update(long offset, String body) throws Exception {
    RuleRecord record =
        RuleRecord.newBuilder()
            .setKind(RuleKind.RULE)
            .setId("r")
            .setVersion(1)
            .setBody(body)
            .build();
    return new RuleUpdate(RuleRecord.getEncoder().encode(record).array(), offset, NOON);
  }

  private KairosConfig config() throws Exception {
    Path none = Files.writeString(folder.resolve("rules.yaml"), "rules: []\n");
    return TestConfig.of(
        Map.of(
            KairosOptions.RULES.key(), none.toString(),
            KairosOptions.BOUNDED.key(), "true",
            KairosOptions.END.key(), Long.toString(NOON + 60 * MINUTE)));
  }
}
