package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.flink.source.CleaningGate;
import io.kairos.flink.state.Envelope;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Rules that change while events come, at two subtasks that hear of them at different times: every
 * trigger names the version that was in effect at its event, whatever the interleaving.
 */
class RulesRaceTest {
  private static final long START = Scenario.START + 8 * 60 * 60 * 1000L;
  private static final long DELAY_MILLIS = 10_000;
  private static final int UPDATES = 1_000;
  private static final int EVENTS = 300;
  private static final long SPAN_MILLIS = 3_600_000;
  private static final String BODY =
      "{id: %s, event: view, again: always, purpose: service,"
          + " send: {channel: push, template: t}}";
  private static final KairosConfig CONFIG = config();

  /** Each time 1,000 updates; 100 times with -Plong. */
  private static final int RACES = Boolean.getBoolean("kairos.long") ? 4 : 1;

  @Property(tries = 25)
  void everyTriggerNamesTheVersionInEffectAtItsEvent(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    for (int race = 0; race < RACES; race++) {
      requireVersionsInEffect(random);
    }
  }

  private static void requireVersionsInEffect(Random random) throws Exception {
    List<RuleUpdate> updates = updates(random);
    List<Long> events =
        random.longs(EVENTS, START, START + SPAN_MILLIS).distinct().sorted().boxed().toList();
    try (Subtasks subtasks = Subtasks.startWithRules(CONFIG, 2)) {
      race(subtasks, updates, events, random);
      subtasks.end();
      for (int subtask = 0; subtask < 2; subtask++) {
        subtasks.rulesWatermark(subtask, Long.MAX_VALUE);
      }

      assertThat(said(subtasks.triggers())).isEqualTo(expected(updates, events));
    }
  }

  /** Both inputs move on, each as far as it likes, the rules never behind their own watermark. */
  private static void race(
      Subtasks subtasks, List<RuleUpdate> updates, List<Long> events, Random random)
      throws Exception {
    int[] heard = new int[2];
    int event = 0;
    for (long now = START; now < START + 2 * SPAN_MILLIS; now += random.nextInt(60_000)) {
      while (event < events.size() && events.get(event) <= now) {
        long time = events.get(event++);
        subtasks.process(view(time));
      }
      subtasks.watermark(now - 2_001);
      for (int subtask = 0; subtask < 2; subtask++) {
        long known = now - random.nextInt(120_000);
        while (heard[subtask] < updates.size()
            && updates.get(heard[subtask]).arrivalMillis() <= known) {
          subtasks.rule(subtask, updates.get(heard[subtask]++));
        }
        subtasks.rulesWatermark(subtask, known + DELAY_MILLIS - 1);
      }
    }
  }

  /** Versions of three rules, some with an instant of their own, now and then one that is wrong. */
  private static List<RuleUpdate> updates(Random random) {
    List<RuleUpdate> updates = new ArrayList<>();
    long[] times = random.longs(UPDATES, START, START + SPAN_MILLIS).sorted().toArray();
    int[] versions = new int[3];
    for (int i = 0; i < UPDATES; i++) {
      int rule = random.nextInt(3);
      boolean wrong = random.nextInt(20) == 0;
      String id = "r" + rule;
      int version = wrong ? versions[rule] + 1 : ++versions[rule];
      Long from = random.nextInt(4) == 0 ? times[i] + random.nextInt(600_000) : null;
      String body = wrong ? "{id: " + id + ", event: nothing}" : BODY.formatted(id);
      String status = random.nextInt(10) == 0 ? "paused" : "active";
      updates.add(new RuleUpdate(record(id, version, status, body, from), i, times[i]));
    }
    return updates;
  }

  /** By its definition: for each event and rule the highest version in effect, if it is active. */
  private static Map<String, Integer> expected(List<RuleUpdate> updates, List<Long> events)
      throws IOException {
    Map<String, Integer> all = new TreeMap<>();
    for (int rule = 0; rule < 3; rule++) {
      for (long event : events) {
        RuleRecord highest = null;
        for (RuleUpdate update : updates) {
          RuleRecord record = RuleRecord.getDecoder().decode(update.value());
          boolean right =
              record.getId().equals("r" + rule) && !record.getBody().contains("nothing");
          if (right
              && from(update, record) <= event
              && (highest == null || record.getVersion() > highest.getVersion())) {
            highest = record;
          }
        }
        if (highest != null && highest.getStatus().equals("active")) {
          all.put("r" + rule + "@" + event, highest.getVersion());
        }
      }
    }
    return all;
  }

  private static long from(RuleUpdate update, RuleRecord record) {
    long earliest = update.arrivalMillis() + DELAY_MILLIS;
    return record.getEffectiveFrom() == null
        ? earliest
        : Math.max(earliest, record.getEffectiveFrom());
  }

  /** Fails where a rule speaks twice at one event. */
  private static Map<String, Integer> said(List<Trigger> triggers) {
    return triggers.stream()
        .collect(
            Collectors.toMap(t -> t.getRule() + "@" + t.getEventTime(), Trigger::getRuleVersion));
  }

  @Test
  void aRecordThatIsWrongBecomesADeadLetterOnce() throws Exception {
    try (Subtasks subtasks = Subtasks.startWithRules(CONFIG, 2)) {
      RuleUpdate wrong =
          new RuleUpdate(record("r0", 1, "active", "{id: r0, event: nothing}", null), 7, START);
      for (int subtask = 0; subtask < 2; subtask++) {
        subtasks.rule(subtask, wrong);
        subtasks.rule(subtask, new RuleUpdate(new byte[] {1, 2, 3}, 8, START));
        subtasks.rule(subtask, new RuleUpdate(null, 9, START + 1));
      }
      List<DeadLetter> letters = new ArrayList<>();
      subtasks.sideOutput(CleaningGate.DEAD_LETTERS, letters::add);

      assertThat(letters)
          .allSatisfy(RulesRaceTest::requireRefusalWithoutKeyAndHeaders)
          .extracting(DeadLetter::getOffset, DeadLetter::getAppendTime, DeadLetter::getValue)
          .containsExactly(
              tuple(7L, START, ByteBuffer.wrap(wrong.value())),
              tuple(8L, START, ByteBuffer.wrap(new byte[] {1, 2, 3})),
              tuple(9L, START + 1, null));
      assertThat(letters.get(0).getDetail())
          .startsWith("line 1, column 17:")
          .contains("No event is called");
      assertThat(letters.get(2).getDetail()).contains("never deleted");
    }
  }

  private static void requireRefusalWithoutKeyAndHeaders(DeadLetter letter) {
    assertThat(letter.getReason()).isEqualTo("RULE_REFUSED");
    assertThat(letter.getTopic()).isEqualTo("kairos.rules");
    assertThat(letter.getPartition()).isZero();
    assertThat(letter.getKey()).isNull();
    assertThat(letter.getHeaders()).isEmpty();
  }

  @Test
  void aDeadLetterKeepsNoMoreOfItThanItsTopicTakes() throws Exception {
    byte[] large = new byte[CONFIG.input().maxRecordBytes() + 1];
    try (Subtasks subtasks = Subtasks.startWithRules(CONFIG, 1)) {
      subtasks.rule(0, new RuleUpdate(large, 7, START));
      List<String> letters = new ArrayList<>();
      subtasks.sideOutput(
          CleaningGate.DEAD_LETTERS,
          letter -> letters.add(letter.getValue().remaining() + " " + letter.getDetail()));

      assertThat(letters).singleElement().asString().startsWith("1048576 no record of rules");
      assertThat(letters.get(0)).endsWith("the first 1048576 are kept");
    }
  }

  private static Envelope view(long time) {
    String customer = "c" + time % 7;
    return new Logged(Origin.CLICKSTREAM, 0, time, Wire.view(customer, time)).envelope();
  }

  private static byte[] record(
      String id, int version, String status, String body, Long effectiveFrom) {
    try {
      return RuleRecord.getEncoder()
          .encode(
              RuleRecord.newBuilder()
                  .setKind(RuleKind.RULE)
                  .setId(id)
                  .setVersion(version)
                  .setStatus(status)
                  .setBody(body)
                  .setEffectiveFrom(effectiveFrom)
                  .build())
          .array();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KairosConfig config() {
    try {
      Path none = Files.createTempFile("no-rules", ".yaml");
      try {
        Files.writeString(none, "rules: []\n");
        return TestConfig.of(
            Map.of(
                KairosOptions.RULES.key(), none.toString(),
                KairosOptions.END.key(), Long.toString(START + 2 * SPAN_MILLIS)));
      } finally {
        Files.delete(none);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
