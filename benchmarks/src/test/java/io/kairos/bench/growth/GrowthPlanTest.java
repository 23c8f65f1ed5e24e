package io.kairos.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.RunPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthPlanTest {
  private static final RunPlan BASE =
      new RunPlan(
          new RunPlan.Field(
              List.of(new InputSpec(Form.INDEPENDENT, 500, 7, 3)),
              List.of(Contender.P1),
              List.of(2)),
          1,
          Map.of("x", "1"),
          Duration.ofSeconds(5));

  @Test
  void customersGrowFirstThenRules() {
    List<RunPlan> plans = new GrowthPlan(List.of(10, 20), List.of(1, 50), BASE).plans();

    assertThat(plans)
        .extracting(plan -> plan.field().inputs().get(0).customers())
        .containsExactly(10, 20, 1_000_000, 1_000_000);
    assertThat(plans)
        .extracting(plan -> plan.settings().get("bench.rules"))
        .containsExactly(null, null, "1", "50");
    assertThat(plans.get(0).field().contenders()).containsExactly(Contender.OURS, Contender.FULL);
    assertThat(plans.get(2).field().contenders()).containsExactly(Contender.OURS);
  }

  @Test
  void everythingElseStaysAsItIs() {
    assertThat(new GrowthPlan(List.of(10), List.of(), BASE).plans())
        .singleElement()
        .satisfies(
            plan -> {
              assertThat(plan.field().inputs())
                  .containsExactly(new InputSpec(Form.INDEPENDENT, 500, 10, 3));
              assertThat(plan.field().slots()).containsExactly(2);
              assertThat(plan.checkpoints()).isEqualTo(BASE.checkpoints());
              assertThat(plan.settings())
                  .containsEntry("x", "1")
                  .containsEntry(
                      "flink.execution.checkpointing.checkpoints-after-tasks-finish", "true");
            });
  }
}
