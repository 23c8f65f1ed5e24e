package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import io.kairos.wire.PlainJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which of a customer's profiles go out: of each step the last. */
class LastProfileOfAStepTest {
  private static final long NOON = Scenario.START + 8 * 60 * 60 * 1000L;
  private static final long MINUTE = 60 * 1000L;
  private static final KairosConfig CONFIG = TestConfig.of(Map.of());

  @Test
  void aVisitWithinOneStepIsPublishedOnce() throws Exception {
    try (Subtasks subtasks = Subtasks.start(CONFIG, 1)) {
      browse(subtasks, 0, 10);
      subtasks.watermark(NOON + 9 * MINUTE + 1);
      assertThat(published(subtasks)).hasSize(1);
      assertThat(published(subtasks).get(0)).contains("\"events\":10");
    }
  }

  @Test
  void aVisitOfManyStepsIsPublishedInEach() throws Exception {
    try (Subtasks subtasks = Subtasks.start(CONFIG, 1)) {
      for (int minute = 0; minute < 10; minute++) {
        browse(subtasks, minute, minute + 1);
        subtasks.watermark(NOON + minute * MINUTE + 1);
      }
      assertThat(published(subtasks)).hasSize(10);
    }
  }

  @Test
  void nothingIsPublishedOfTheErasedAfterTheTombstone() throws Exception {
    try (Subtasks subtasks = Subtasks.start(CONFIG, 1)) {
      browse(subtasks, 0, 3);
      long erased = NOON + 3 * MINUTE;
      subtasks.process(record(Origin.CUSTOMERS, Wire.erase("ann", erased), erased));
      subtasks.watermark(erased + 1);
      assertThat(published(subtasks)).containsExactly("erased");
    }
  }

  @Test
  void whoComesBackInTheSameStepIsPublishedAfterTheTombstone() throws Exception {
    try (Subtasks subtasks = Subtasks.start(CONFIG, 1)) {
      browse(subtasks, 0, 1);
      long erased = NOON + MINUTE;
      subtasks.process(record(Origin.CUSTOMERS, Wire.erase("ann", erased), erased));
      browse(subtasks, 2, 3);
      subtasks.watermark(NOON + 2 * MINUTE + 1);
      assertThat(published(subtasks)).hasSize(2).first().isEqualTo("erased");
      assertThat(published(subtasks).get(1)).contains("\"events\":1");
    }
  }

  /** Steps choose among the profiles that the log alone decides, and never leave out the last. */
  @Property(tries = 60)
  void stepsLeaveOutProfilesAndMakeNone(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    Map<String, List<String>> due = Oracle.published(log, CONFIG, Scenario.END);
    Map<String, List<String>> published = inSomeSteps(log, seed);

    assertThat(published.keySet()).isEqualTo(due.keySet());
    for (String customer : due.keySet()) {
      List<String> all = due.get(customer);
      List<String> some = published.get(customer);
      assertThat(isSome(some, all)).as("%s: some of all, in their order", customer).isTrue();
      assertThat(some.get(some.size() - 1)).isEqualTo(all.get(all.size() - 1));
    }
  }

  private static boolean isSome(List<String> some, List<String> all) {
    int found = 0;
    for (String each : all) {
      found += found < some.size() && some.get(found).equals(each) ? 1 : 0;
    }
    return found == some.size();
  }

  private static Map<String, List<String>> inSomeSteps(List<List<Logged>> log, long seed)
      throws Exception {
    Reader reader = new Reader(log, seed);
    try (Subtasks subtasks = Subtasks.start(CONFIG, 1)) {
      while (!reader.atEnd()) {
        subtasks.process(reader.read().envelope());
        if (reader.chance(3)) {
          subtasks.watermark(Math.min(reader.watermark(), Scenario.END));
        }
      }
      subtasks.watermark(Scenario.END);
      Map<String, List<String>> published = new TreeMap<>();
      subtasks.sideOutput(
          CustomerOperator.PROFILES,
          update ->
              published
                  .computeIfAbsent(update.customerId(), any -> new ArrayList<>())
                  .add(text(update)));
      return published;
    }
  }

  /** Ann looks at something every minute. */
  private static void browse(Subtasks subtasks, int from, int until) throws Exception {
    for (int minute = from; minute < until; minute++) {
      long time = NOON + minute * MINUTE;
      subtasks.process(record(Origin.CLICKSTREAM, Wire.view("ann", time), time));
    }
  }

  private static Envelope record(Origin origin, byte[] record, long time) {
    return new Envelope(CustomerKey.of("kairos", "ann"), origin, time, time, record);
  }

  private static List<String> published(Subtasks subtasks) {
    List<String> published = new ArrayList<>();
    subtasks.sideOutput(CustomerOperator.PROFILES, update -> published.add(text(update)));
    return published;
  }

  private static String text(ProfileUpdate update) {
    return update.profile() == null ? "erased" : PlainJson.of(update.profile());
  }
}
