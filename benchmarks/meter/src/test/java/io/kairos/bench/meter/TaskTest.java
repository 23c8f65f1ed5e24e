package io.kairos.bench.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TaskTest {

  @Test
  void addsUserAndSystemTime() {
    String stat = "7 (C2 CompilerThre) S 1 7 7 0 -1 4194304 9 0 0 0 120 3 0 0 20 0 40 0 55 1 2";

    assertThat(Task.cpuNanos(stat)).isEqualTo(1_230_000_000L);
  }

  @Test
  void takesNoHarmFromParenthesesInAName() {
    String stat = "7 (a) b (c) S 1 7 7 0 -1 4194304 9 0 0 0 1 2 0 0 20 0 40 0 55 1 2";

    assertThat(Task.cpuNanos(stat)).isEqualTo(30_000_000L);
  }

  @Test
  void hasUsedNothingOnceItHasEnded() {
    Task ended = Task.of(Path.of("/proc/self/task/none"));

    assertThat(ended.name()).isEmpty();
    assertThat(ended.cpuNanos()).isZero();
  }
}
