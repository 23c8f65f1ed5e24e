package io.kairos.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class MicroTest {
  static {
    System.setProperty(Samples.EVENTS_PROPERTY, "8000");
  }

  private static long methods() {
    return Stream.of(ReadBenchmark.class, StateBenchmark.class, StepBenchmark.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(MicroTest::isMeasured)
        .count();
  }

  private static boolean isMeasured(Method method) {
    return method.isAnnotationPresent(Benchmark.class);
  }

  @Test
  void runsEveryPieceOnce() {
    int bothWorksOfEachStep = 2;

    MicroReport report = Micro.tryAll();

    assertThat(report.results()).hasSize((int) methods() + bothWorksOfEachStep);
    assertThat(report.text())
        .hasSize(report.results().size() + 1)
        .anyMatch(line -> line.startsWith("step full"))
        .anyMatch(line -> line.startsWith("state to bytes"));
    assertThat(report.markdown())
        .anyMatch(line -> line.matches("\\| step same \\| [\\d,.]+ \\| +\\|"));
  }
}
