package io.kairos.flink.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page names what the code can count; what a running job registers is compared elsewhere. */
class MetricsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");

  @ParameterizedTest
  @EnumSource
  void hasEveryCounter(Counted counted) throws IOException {
    assertThat(Files.readString(PAGE)).contains("| `" + counted.label() + "` | `kairos-");
  }

  @ParameterizedTest
  @EnumSource
  void saysOfEveryReasonWhetherThereIsADeadLetter(RejectionReason reason) throws IOException {
    String answer = reason.deadLetter() ? "yes" : "no";
    assertThat(Files.readString(PAGE))
        .containsPattern("(?m)^\\|[^|]*`" + reason + "`[^|]*\\| " + answer + " \\|");
  }
}
