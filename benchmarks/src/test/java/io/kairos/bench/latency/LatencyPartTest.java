package io.kairos.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.report.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatencyPartTest {

  @Test
  void hasARowForEachRateAndSaysWhatWasSet() {
    LatencyPlan plan =
        new LatencyPlan(
            new LatencyPlan.Load(List.of(2000), 0, 1), 2, Map.of("x", "1"), Duration.ofSeconds(10));
    List<Latencies> rounds =
        List.of(
            new Latencies(List.of(10L, 20L), 1, 1990), new Latencies(List.of(30L, 4000L), 0, 2010));

    Part part = LatencyPart.of(plan, Map.of(2000, rounds));

    assertThat(part.table().rows())
        .containsExactly(
            List.of(
                "2,000", "2,000", "4", "1", "30", "> 4,000", "> 4,000", "> 4,000", "> 20 4,000"));
    assertThat(part.table().rows().get(0)).hasSameSizeAs(part.table().head());
    assertThat(part.notes()).contains("Kairos with `x=1`.");
    assertThat(part.notes().get(0)).startsWith("30 s of each round, after 45 s of warm-up;");
  }

  @Test
  void tellsOfARoundInALine() {
    assertThat(LatencyPart.line(new Latencies(List.of(10L, 20L), 1, 1990.4)))
        .isEqualTo("1,990 events/s  p50 20 ms, p99 > 20 ms, 2 triggers, 1 missing");
    assertThat(LatencyPart.line(new Latencies(List.of(), 3, 0))).isEqualTo("no trigger came");
  }
}
