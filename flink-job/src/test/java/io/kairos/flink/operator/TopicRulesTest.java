package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Edition;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import java.io.IOException;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record of the rules topic is taken or refused, whatever its bytes: it never ends the job. */
class TopicRulesTest {
  private static final int HEADER_BYTES = 10;
  private static final long ARRIVAL_MILLIS = 1_800_000_000_000L;

  @Property(tries = 3_000)
  void aMangledRecordIsAnEditionOfItsOwnOrChangesNothing(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    RuleHistory history = RuleHistory.of("rules: []\n", ModelFile.defaults(), "CNY", Set.of());
    byte[] record = record();
    for (int rest = 1 + random.nextInt(3); rest > 0; rest--) {
      record[HEADER_BYTES + random.nextInt(record.length - HEADER_BYTES)] = (byte) random.nextInt();
    }

    try {
      new TopicRules(history, 0).take(new RuleUpdate(record, 0, ARRIVAL_MILLIS));
    } catch (RuleFileException | IOException refused) {
      assertThat(history.editions()).hasSize(1);
      return;
    }
    requireInEffect(history, RuleRecord.getDecoder().decode(record));
  }

  /** From its instant on, in the version that it names. */
  private static void requireInEffect(RuleHistory history, RuleRecord taken) {
    Long from = taken.getEffectiveFrom();
    long fromMillis = from == null ? ARRIVAL_MILLIS : Math.max(ARRIVAL_MILLIS, from);

    assertThat(history.editions())
        .extracting(Edition::fromMillis)
        .containsExactly(Long.MIN_VALUE, fromMillis);
    assertThat(history.at(fromMillis - 1).set().rules()).isEmpty();
    assertThat(taken.getVersion()).isPositive();
    if (taken.getKind() == RuleKind.RULE) {
      assertThat(history.at(fromMillis).set().rule(taken.getId()).version())
          .isEqualTo(taken.getVersion());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 253_402_300_800_000L, Long.MAX_VALUE - 1, Long.MAX_VALUE})
  void whatTakesEffectAtNoInstantOfThisEraIsRefused(long millis) throws Exception {
    RuleHistory history = RuleHistory.of("rules: []\n", ModelFile.defaults(), "CNY", Set.of());
    TopicRules rules = new TopicRules(history, 0);

    assertThatThrownBy(() -> rules.take(new RuleUpdate(record(millis, null), 0, 0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("effectiveFrom is " + millis);
    assertThatThrownBy(() -> rules.take(new RuleUpdate(record(0L, millis), 0, 0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("effectiveTo is " + millis);
    assertThat(history.editions()).hasSize(1);
  }

  @Test
  void aModelNestedDeepIsRefusedInsteadOfEndingTheJob() {
    assertThatThrownBy(() -> takeModel("[".repeat(500_000)))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("nested deeper than 32");
  }

  @Test
  void aModelWithoutTheNameOfAKeyIs() {
    assertThatThrownBy(() -> takeModel("null: 1"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("key 'null': is not known");
  }

  private static void takeModel(String body) throws IOException {
    RuleHistory history = RuleHistory.of("rules: []\n", ModelFile.defaults(), "CNY", Set.of());
    RuleRecord model =
        RuleRecord.newBuilder()
            .setKind(RuleKind.MODEL)
            .setId("model")
            .setVersion(1)
            .setBody(body)
            .build();
    byte[] bytes = RuleRecord.getEncoder().encode(model).array();
    new TopicRules(history, 0).take(new RuleUpdate(bytes, 0, 0));
  }

  private static byte[] record() throws IOException {
    return record(1_800_000_000_000L, null);
  }

  private static byte[] record(Long fromMillis, Long toMillis) throws IOException {
    return RuleRecord.getEncoder()
        .encode(
            RuleRecord.newBuilder()
                .setKind(RuleKind.RULE)
                .setId("r")
                .setVersion(1)
                .setBody("{id: r, event: view, send: {channel: push, template: t}}")
                .setEffectiveFrom(fromMillis)
                .setEffectiveTo(toMillis)
                .build())
        .array();
  }
}
