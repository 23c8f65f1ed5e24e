package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.Crowd.Visit;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.condition.Condition;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.Start;
import io.kairos.engine.trigger.Trigger;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What an event costs under few rules and many. The bounds leave much room for the noise of a busy
 * machine and of a JVM that has run other tests before; what was measured is printed.
 */
class RuleCountTest {
  private static final int[] COUNTS = {1, 100, 1_000};
  private static final int CUSTOMERS = 1_000;
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;
  private static final List<Visit> VISITS = Crowd.of(CUSTOMERS);
  private static final List<Condition<Facts>> CONDITIONS =
      RuleFile.defaults("CNY").rules().values().stream()
          .flatMap(rule -> conditions(rule).stream())
          .toList();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Test
  void aHundredRulesCostLittleMoreThanOneAndAThousandHardlyMoreThanThat() {
    double[] nanos = medians();
    double hundred = nanos[1] / nanos[0];
    double thousand = nanos[2] / nanos[0];
    say("Nanoseconds of CPU an event under 1, 100 and 1000 rules: %.0f, %.0f, %.0f", nanos);
    say("Times one rule: %.2f and %.2f", hundred, thousand);

    assertThat(hundred).isLessThan(2.5);
    assertThat(thousand).isLessThan(3);
  }

  /** A guard: what it costs is held against work that never changes, not against a clock. */
  @Test
  void anEventUnderTheDefaultRulesCostsAFewDozenShortHashes() {
    CustomerEngine engine =
        new CustomerEngine(RuleFile.defaults("CNY"), Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    double[] ratios = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double ratio = advancing(engine) / hashing();
      if (round >= 0) {
        ratios[round] = ratio;
      }
    }
    double ratio = median(Arrays.stream(ratios));
    say("SHA-256 of 64 bytes that an event costs under the default rules: %.1f", ratio);

    assertThat(ratio).isLessThan(200);
  }

  private static double hashing() {
    String text = "x".repeat(60);
    long sum = 0;
    int hashes = 200_000;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < hashes; i++) {
      sum += Hash.of64(text);
    }
    double nanos = (double) (THREADS.getCurrentThreadCpuTime() - start) / hashes;
    assertThat(sum).isNotZero();
    return nanos;
  }

  @Test
  void aConditionIsAskedInAFractionOfAMicrosecond() {
    List<Facts> customers = customers();
    double nanos = median(IntStream.range(0, 25).mapToDouble(i -> asking(customers)).skip(10));
    say("Nanoseconds of CPU a condition: %.0f", nanos);

    assertThat(nanos).isLessThan(600);
  }

  /** The rule counts take turns, so that what disturbs the machine disturbs all. */
  private static double[] medians() {
    CustomerEngine[] engines =
        Arrays.stream(COUNTS).mapToObj(RuleCountTest::engine).toArray(CustomerEngine[]::new);
    double[][] rounds = new double[COUNTS.length][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < engines.length; i++) {
        double nanos = advancing(engines[i]);
        if (round >= 0) {
          rounds[i][round] = nanos;
        }
      }
    }
    return Arrays.stream(rounds).mapToDouble(all -> median(Arrays.stream(all))).toArray();
  }

  private static CustomerEngine engine(int rules) {
    String yaml = ManyRules.text(rules);
    return new CustomerEngine(RuleFile.parse(yaml, "CNY"), Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
  }

  /** Each event by itself, and then the next deadline, as the job does when it keeps up. */
  private static double advancing(CustomerEngine engine) {
    CustomerState[] states = new CustomerState[CUSTOMERS];
    Arrays.setAll(states, number -> CustomerState.of("c" + number));
    Count out = new Count();
    long sum = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (Visit visit : VISITS) {
      Event event = visit.event();
      CustomerState before = states[visit.customer()];
      CustomerState after = engine.advance(before, List.of(event), event.positionMillis(), out);
      states[visit.customer()] = after;
      sum += engine.nextDeadline(after);
    }
    long cpu = THREADS.getCurrentThreadCpuTime() - start;
    assertThat(out.triggers).as("next deadlines sum up to %d", sum).isPositive();
    return (double) cpu / VISITS.size();
  }

  private static double asking(List<Facts> customers) {
    int held = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (Facts facts : customers) {
      Facts first = facts.at(facts.nowMillis());
      for (Condition<Facts> condition : CONDITIONS) {
        held += condition.test(first).holds() ? 1 : 0;
      }
    }
    long cpu = THREADS.getCurrentThreadCpuTime() - start;
    assertThat(held).isPositive();
    return (double) cpu / customers.size() / CONDITIONS.size();
  }

  private static List<Condition<Facts>> conditions(Rule rule) {
    List<Condition<Facts>> all = new ArrayList<>(rule.when());
    if (rule.start() instanceof Start.OnEvent start) {
      all.addAll(start.where());
    } else if (rule.start() instanceof Start.Becoming start) {
      all.add(start.condition());
    }
    return all;
  }

  /** Customers just after each event, asked about it. */
  private static List<Facts> customers() {
    CustomerEngine engine = engine(1);
    CustomerState[] states = new CustomerState[CUSTOMERS];
    Arrays.setAll(states, number -> CustomerState.of("c" + number));
    List<Facts> all = new ArrayList<>();
    for (Visit visit : VISITS) {
      Event event = visit.event();
      long now = event.positionMillis();
      CustomerState before = states[visit.customer()];
      CustomerState after = engine.advance(before, List.of(event), now, new Count());
      states[visit.customer()] = after;
      var told = new Occurrence(event.name(), now, null, null, null, event.eventId(), event);
      all.add(engine.snapshot(after, now).facts().about(told));
    }
    return all;
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void say(String format, double... values) {
    Object[] all = Arrays.stream(values).boxed().toArray();
    System.out.println(String.format(Locale.ROOT, format, all));
  }

  /** Hears everything and keeps nothing. */
  private static final class Count implements Outputs {
    private int triggers;

    @Override
    public void trigger(Trigger trigger) {
      triggers++;
    }

    @Override
    public void decision(Decision decision) {}

    @Override
    public void profile(Snapshot profile) {}

    @Override
    public void erased(String customerId) {}

    @Override
    public void refused(Event event, RejectionReason reason) {}

    @Override
    public void behind(Event event) {}
  }
}
