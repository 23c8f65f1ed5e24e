package io.kairos.bench.run;

import io.kairos.bench.input.InputSpec;
import io.kairos.bench.input.InputStore;
import io.kairos.bench.input.OpenInput;
import io.kairos.local.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes every turn of a plan that has no result yet. */
public final class Bench {
  /** How often a turn is tried: Flink's Kafka source now and then fails at the end of a topic. */
  private static final int TRIES = 3;

  private final Home home;
  private final RunPlan plan;
  private final Series series;
  private final StopSignal stop;
  private final Progress progress;

  /**
   * @param series what it belongs to; its results that are there are not measured again
   */
  public Bench(Home home, RunPlan plan, Series series, StopSignal stop, Progress progress) {
    this.home = home;
    this.plan = plan;
    this.series = series;
    this.stop = stop;
    this.progress = progress;
  }

  /** Runs to the end of the plan. */
  public void run() throws IOException, InterruptedException {
    Set<Turn> done =
        home.results().of(series.began()).stream()
            .filter(result -> result.figures() != null)
            .map(Result::turn)
            .collect(Collectors.toSet());
    List<Turn> open = plan.turns().stream().filter(turn -> !done.contains(turn)).toList();
    progress.plan(open);
    Map<InputSpec, List<Turn>> byInput =
        open.stream()
            .collect(Collectors.groupingBy(Turn::input, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<InputSpec, List<Turn>> input : byInput.entrySet()) {
      run(input.getKey(), input.getValue());
    }
  }

  private void run(InputSpec input, List<Turn> turns) throws IOException, InterruptedException {
    InputStore store = home.inputs();
    progress.input(input);
    try (OpenInput open =
        store.open(
            input,
            written -> {
              stop.throwIfRequested();
              progress.written(input, written);
            })) {
      Race race = new Race(home, plan, open, stop);
      for (Turn turn : turns) {
        boolean done = false;
        for (int tried = 0; tried < TRIES && !done; tried++) {
          stop.throwIfRequested();
          done = run(race, turn);
        }
      }
    }
  }

  /** Whether it came to its end. */
  private boolean run(Race race, Turn turn) throws IOException, InterruptedException {
    long started = System.nanoTime();
    progress.begin(turn);
    Result result;
    try {
      Figures figures = race.run(turn, read -> progress.read(turn, read));
      result = result(turn, figures, null);
    } catch (IOException failed) {
      stop.throwIfRequested();
      result = result(turn, null, failed.getMessage());
    }
    home.results().add(result);
    progress.end(result, Duration.ofNanos(System.nanoTime() - started));
    return result.figures() != null;
  }

  private Result result(Turn turn, Figures figures, String failure) {
    String now = Instant.now().toString();
    return new Result(series.began(), series.conditions(), turn, now, figures, failure);
  }
}
