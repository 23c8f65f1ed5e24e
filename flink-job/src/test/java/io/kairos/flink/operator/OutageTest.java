package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.sink.ExpiryGate;
import io.kairos.wire.Decision;
import io.kairos.wire.OrderType;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job stands still for six hours in which as many messages fall due as there are customers:
 * what is past its validity by then is not sent, and nothing else changes.
 */
@SuppressWarnings("try") // Flink's harness may throw anything when it closes.
class OutageTest {
  private static final int CUSTOMERS = 100_000;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long OUTAGE = 6 * HOUR;

  /** Nine in the morning in the shop, so that no quiet hours hold a message. */
  private static final long FAILS = Instant.parse("2026-04-05T01:00:00Z").toEpochMilli();

  private static final long BACK = FAILS + OUTAGE;
  private static final String RULES =
      """
      rules:
        - id: looked
          event: view
          after: 6h
          unless: order.placed
          purpose: service
          send: {channel: push, template: t, validFor: 1h}
      """;

  @TempDir Path folder;

  @Test
  void onlyWhatIsStillValidGoesOutAfterwards() throws Exception {
    KairosConfig before = config(FAILS);
    KairosConfig after = config(BACK);
    Map<String, String> undisturbed = new TreeMap<>();
    Map<String, String> disturbed = new TreeMap<>();
    List<Trigger> triggers = new ArrayList<>();
    try (Subtasks job = Subtasks.start(before, 1)) {
      everybodyLooks(job);
      OperatorSubtaskState checkpoint = job.snapshot(1);
      goOn(job, undisturbed, new ArrayList<>());
      try (Subtasks restarted = job.restarted(after, checkpoint)) {
        goOn(restarted, disturbed, triggers);
      }
    }

    assertThat(triggers).hasSize(CUSTOMERS - CUSTOMERS / 10);
    assertThat(disturbed).isEqualTo(undisturbed);
    whatIsPastIsExpired(after, triggers);
  }

  private KairosConfig config(long clock) throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    return TestConfig.of(
        Map.of(
            KairosOptions.RULES.key(), rules.toString(),
            KairosOptions.CLOCK_ORIGIN_EVENT.key(), Long.toString(clock),
            KairosOptions.CLOCK_ORIGIN_WALL.key(), Long.toString(System.currentTimeMillis()),
            KairosOptions.CLOCK_SPEED.key(), "0.000001"));
  }

  /** One after the other in the six hours before, so that one after the other is due after it. */
  private static void everybodyLooks(Subtasks job) throws Exception {
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      long time = due(customer) - 6 * HOUR;
      job.process(
          new Logged(Origin.CLICKSTREAM, 0, time, Wire.view(name(customer), time)).envelope());
      if (customer % 1_000 == 0) {
        job.watermark(time);
        job.drain(any -> {}, any -> {});
      }
    }
    job.watermark(FAILS);
    job.drain(any -> {}, any -> {});
  }

  /** Time and events go on; every tenth customer orders a minute before the message is due. */
  private static void goOn(Subtasks job, Map<String, String> said, List<Trigger> triggers)
      throws Exception {
    int next = 0;
    for (long now = FAILS; now <= BACK + MINUTE; now += MINUTE) {
      while (next < CUSTOMERS && due(next) - MINUTE <= now) {
        order(job, next);
        next += 10;
      }
      job.watermark(now);
      job.drain(
          trigger -> {
            said.put(trigger.getId(), PlainJson.of(trigger));
            triggers.add(trigger);
          },
          decision -> said.put("decision " + decision.getId(), PlainJson.of(decision)));
    }
  }

  private static void order(Subtasks job, int customer) throws Exception {
    long time = Math.max(FAILS + 1, due(customer) - MINUTE);
    byte[] order = Wire.order(name(customer), OrderType.PLACED, "o" + customer, 5_000, time);
    job.process(new Logged(Origin.ORDERS, 0, time, order).envelope());
  }

  private static void whatIsPastIsExpired(KairosConfig config, List<Trigger> triggers)
      throws Exception {
    List<Decision> expired = new ArrayList<>();
    List<Trigger> sent = new ArrayList<>();
    try (var gate =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ExpiryGate(config)))) {
      gate.open();
      for (Trigger trigger : triggers) {
        gate.processElement(trigger, trigger.getEventTime());
      }
      sent.addAll(gate.extractOutputValues());
      gate.getSideOutput(CustomerOperator.DECISIONS).forEach(r -> expired.add(r.getValue()));
    }

    assertThat(expired).allMatch(decision -> decision.getReason().equals("EXPIRED"));
    assertThat(expired).allMatch(decision -> decision.getDecidedAt() <= BACK - HOUR);
    assertThat(sent).allMatch(trigger -> trigger.getEventTime() > BACK - HOUR);
    assertThat(expired.size() + sent.size()).isEqualTo(triggers.size());
    assertThat(sent)
        .hasSize(
            (int)
                IntStream.range(0, CUSTOMERS)
                    .filter(customer -> customer % 10 != 0 && due(customer) > BACK - HOUR)
                    .count());
  }

  /** From just after the failure to the end of the outage. */
  private static long due(int customer) {
    return FAILS + (customer + 1) * OUTAGE / CUSTOMERS;
  }

  private static String name(int customer) {
    return "c" + customer;
  }
}
