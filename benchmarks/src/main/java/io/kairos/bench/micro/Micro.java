package io.kairos.bench.micro;

import io.kairos.local.CommandError;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of the hot pieces, each in a JVM of its own. */
public final class Micro {
  private static final int WARM_UPS = 3;
  private static final int ITERATIONS = 5;
  private static final TimeValue ITERATION = TimeValue.seconds(1);

  private Micro() {}

  /**
   * Runs those whose name has a text in it.
   *
   * @param name a regular expression; all where it is empty
   * @throws CommandError if there is none of that name, or one fails
   */
  public static MicroReport run(String name) {
    return new MicroReport(
        run(
            options(name)
                .forks(1)
                .mode(Mode.AverageTime)
                .warmupIterations(WARM_UPS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)));
  }

  /** Calls each once in this JVM: whether it runs, not what it costs. */
  static MicroReport tryAll() {
    return new MicroReport(
        run(
            options("")
                .forks(0)
                .mode(Mode.SingleShotTime)
                .warmupIterations(0)
                .measurementIterations(1)));
  }

  private static ChainedOptionsBuilder options(String name) {
    return new OptionsBuilder()
        .include(name)
        .timeUnit(TimeUnit.NANOSECONDS)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) {
    try {
      return new Runner(options.build()).run();
    } catch (RunnerException failed) {
      throw new CommandError("cannot run the benchmarks: " + failed.getMessage(), failed);
    }
  }
}
