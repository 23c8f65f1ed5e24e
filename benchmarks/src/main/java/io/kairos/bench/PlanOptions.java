package io.kairos.bench;

import io.kairos.bench.growth.BacktestRate;
import io.kairos.bench.growth.GrowthPlan;
import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.latency.LatencyPlan;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Home;
import io.kairos.bench.run.RunPlan;
import io.kairos.local.CommandError;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What is to be measured, as the command line says. */
final class PlanOptions {
  private static final long SHORT_EVENTS = 2_000_000;
  private static final long LONG_EVENTS = 8_000_000;
  private static final int CUSTOMERS = 1_000_000;
  private static final List<Integer> MANY_CUSTOMERS = List.of(100_000, CUSTOMERS, 10_000_000);
  private static final List<Contender> SHORT =
      List.of(Contender.L3, Contender.P1, Contender.P3, Contender.OURS, Contender.OURS_HEAP);

  /** Whose traffic. */
  enum Traffic {
    SESSIONS(List.of(Form.SESSIONS)),
    INDEPENDENT(List.of(Form.INDEPENDENT)),
    BOTH(List.of(Form.SESSIONS, Form.INDEPENDENT));

    private final List<Form> forms;

    Traffic(List<Form> forms) {
      this.forms = forms;
    }
  }

  @Option(
      names = "--short",
      description =
          "l3, p1, p3, ours and ours-heap over 2,000,000 events in sessions: the default.")
  private boolean shortForm;

  @Option(
      names = "--long",
      description = "All contenders over 8,000,000 events, in sessions and independent.")
  private boolean longForm;

  @Option(
      names = "--contenders",
      split = ",",
      paramLabel = "ID",
      description = "Only these, separated by commas.")
  private List<String> contenders = List.of();

  @Option(names = "--rounds", paramLabel = "N", description = "How often each runs; default 3.")
  private int rounds = 3;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "How many events; default 2000000, with --long 8000000.")
  private Long events;

  @Option(
      names = "--customers",
      split = ",",
      paramLabel = "N",
      description =
          "Of how many customers; default 1000000. With --growth 100000,1000000, with --long besides"
              + " 10000000.")
  private List<Integer> customers = List.of();

  @Option(
      names = "--rules",
      split = ",",
      paramLabel = "N",
      description = "With --growth: of how many rules; default 1,10,100,1000.")
  private List<Integer> rules = List.of(1, 10, 100, 1000);

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "How a customer's events lie: sessions, independent or both.")
  private Traffic traffic;

  @Option(
      names = "--known",
      description =
          "Each customer looks at something once before all that, as part of the warm-up, so that"
              + " all have been seen.")
  private boolean known;

  @Option(names = "--seed", paramLabel = "N", description = "Other events; default 1.")
  private long seed = 1;

  @Option(
      names = "--slots",
      split = ",",
      paramLabel = "N",
      description = "Slots of Flink, threads of Kafka Streams; default 1. Limits have one thread.")
  private List<Integer> slots = List.of(1);

  @Option(
      names = "--checkpoint-seconds",
      paramLabel = "N",
      description = "How often Flink's contenders checkpoint; default 10.")
  private int checkpointSeconds = 10;

  @Option(
      names = "--hot",
      paramLabel = "PERCENT",
      description =
          "With --latency: so much of the clicks and orders is one customer's; default 0.")
  private int hotPercent;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "An option of Kairos' job, or of Flink for it behind flink.; repeatable.")
  private Map<String, String> settings = new LinkedHashMap<>();

  RunPlan read() {
    if (shortForm && longForm) {
      throw new CommandError("choose either --short or --long");
    }
    require("--rounds", rounds);
    customers.forEach(some -> require("--customers", some));
    rules.forEach(some -> require("--rules", some));
    require("--checkpoint-seconds", checkpointSeconds);
    slots.forEach(some -> require("--slots", some));
    long count = events != null ? events : longForm ? LONG_EVENTS : SHORT_EVENTS;
    require("--events", count);
    Traffic forms = traffic != null ? traffic : longForm ? Traffic.BOTH : Traffic.SESSIONS;
    List<Integer> many = customers.isEmpty() ? List.of(CUSTOMERS) : customers;
    List<InputSpec> inputs =
        forms.forms.stream()
            .flatMap(
                form -> many.stream().map(some -> new InputSpec(form, count, some, seed, known)))
            .toList();
    return new RunPlan(
        new RunPlan.Field(inputs, chosen(), slots),
        rounds,
        settings,
        Duration.ofSeconds(checkpointSeconds));
  }

  /** How often Flink's contenders checkpoint. */
  Duration checkpoints() {
    return Duration.ofSeconds(checkpointSeconds);
  }

  /** The same for what is to grow. */
  List<RunPlan> readGrowth() {
    if (!contenders.isEmpty()) {
      throw new CommandError("--growth is of Kairos alone: leave out --contenders");
    }
    RunPlan base = read();
    List<Integer> many = longForm ? MANY_CUSTOMERS : MANY_CUSTOMERS.subList(0, 2);
    return new GrowthPlan(customers.isEmpty() ? many : customers, rules, base).plans();
  }

  /** The same for stopping and coming back, which is of the first input alone. */
  RunPlan readRestore() {
    if (!contenders.isEmpty() || !slots.equals(List.of(1))) {
      throw new CommandError(
          "--restore is of Kairos alone, with one slot and two: leave out --contenders and --slots");
    }
    return read();
  }

  /** What a backtest is to be measured over. */
  BacktestRate backtest(Home home) {
    return new BacktestRate(home, read().field().inputs().get(0), rounds);
  }

  /**
   * The same for latencies.
   *
   * @param rates events per second
   */
  LatencyPlan readLatency(List<Integer> rates) {
    RunPlan base = read();
    rates.forEach(rate -> require("--rate", rate));
    if (hotPercent < 0 || hotPercent > 100) {
      throw new CommandError("--hot must be from 0 to 100");
    }
    LatencyPlan.Load load = new LatencyPlan.Load(rates, hotPercent, slots.get(0));
    return new LatencyPlan(load, base.rounds(), base.settings(), base.checkpoints());
  }

  private List<Contender> chosen() {
    if (contenders.isEmpty()) {
      return longForm ? List.of(Contender.values()) : SHORT;
    }
    return contenders.stream().map(PlanOptions::contender).toList();
  }

  private static Contender contender(String id) {
    return Contender.of(id)
        .orElseThrow(
            () ->
                new CommandError(
                    "there is no contender '%s': known are %s"
                        .formatted(
                            id,
                            Arrays.stream(Contender.values())
                                .map(Contender::id)
                                .collect(Collectors.joining(", ")))));
  }

  private static void require(String option, long number) {
    if (number < 1) {
      throw new CommandError(option + " must be at least 1");
    }
  }
}
