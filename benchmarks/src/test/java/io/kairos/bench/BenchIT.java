package io.kairos.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.run.Bench;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Home;
import io.kairos.bench.run.Progress;
import io.kairos.bench.run.Result;
import io.kairos.bench.run.RunPlan;
import io.kairos.bench.run.Series;
import io.kairos.local.StopSignal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {
  /** So many that reading them takes longer than the time between two samples. */
  private static final InputSpec INPUT = new InputSpec(Form.SESSIONS, 300_000, 20_000, 1);

  @Test
  void measuresALimitAndKairosAndDoesNotMeasureThemAgain(@TempDir Path work) throws Exception {
    Home home = new Home(Home.locate().benchmarks(), work);

    List<Result> results = run(home);

    assertThat(results)
        .allSatisfy(result -> assertThat(result.failure()).isNull())
        .extracting(result -> result.turn().contender())
        .containsExactly(Contender.L1, Contender.OURS);
    assertThat(results).allMatch(result -> result.figures().cpuSecondsPerMillion() > 0);
    assertThat(run(home)).isEqualTo(results);
  }

  private static List<Result> run(Home home) throws Exception {
    RunPlan plan =
        new RunPlan(
            new RunPlan.Field(List.of(INPUT), List.of(Contender.L1, Contender.OURS), List.of(1)),
            1,
            Map.of(),
            Duration.ofSeconds(10));
    try (StopSignal stop = StopSignal.install()) {
      Progress progress = new Progress(new PrintWriter(new StringWriter()));
      new Bench(home, plan, new Series("test", "here"), stop, progress).run();
    }
    return home.results().of("test");
  }
}
