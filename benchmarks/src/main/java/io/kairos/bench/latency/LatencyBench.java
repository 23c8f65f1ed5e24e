package io.kairos.bench.latency;

import io.kairos.bench.report.Part;
import io.kairos.bench.run.Home;
import io.kairos.local.StopSignal;
import io.kairos.local.kafka.LocalKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Measures every rate of a plan, round by round. */
public final class LatencyBench {
  private final Home home;
  private final LatencyPlan plan;
  private final StopSignal stop;
  private final Consumer<String> told;

  /**
   * @param told takes a line about each round
   */
  public LatencyBench(Home home, LatencyPlan plan, StopSignal stop, Consumer<String> told) {
    this.home = home;
    this.plan = plan;
    this.stop = stop;
    this.told = told;
  }

  /**
   * Runs to the end of the plan.
   *
   * @throws IOException if a round failed
   */
  public Part run() throws IOException, InterruptedException {
    Map<Integer, List<Latencies>> byRate = new TreeMap<>();
    Files.createDirectories(home.work());
    try (LocalKafka kafka = LocalKafka.start(home.work())) {
      LatencyRound one = new LatencyRound(home, kafka.bootstrapServers(), plan, stop);
      for (int round = 1; round <= plan.rounds(); round++) {
        for (int rate : plan.load().rates()) {
          Latencies measured = one.run(rate, round);
          byRate.computeIfAbsent(rate, none -> new ArrayList<>()).add(measured);
          told.accept("round %d  %s".formatted(round, LatencyPart.line(measured)));
        }
      }
    }
    return LatencyPart.of(plan, byRate);
  }
}
