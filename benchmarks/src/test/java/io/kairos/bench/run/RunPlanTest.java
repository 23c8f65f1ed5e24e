package io.kairos.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunPlanTest {
  private static final InputSpec INPUT = new InputSpec(Form.SESSIONS, 100, 10, 1);

  private static final RunPlan PLAN =
      new RunPlan(
          new RunPlan.Field(List.of(INPUT), List.of(Contender.L3, Contender.OURS), List.of(1)),
          2,
          Map.of("b", "2", "a", "1"),
          Duration.ofSeconds(10));

  @Test
  void takesTurnsRoundByRound() {
    assertThat(PLAN.turns())
        .extracting(turn -> turn.round() + " " + turn.contender().id())
        .containsExactly("1 l3", "1 ours", "2 l3", "2 ours");
  }

  @Test
  void givesSettingsToKairosOnly() {
    assertThat(PLAN.turns())
        .extracting(Turn::settings)
        .containsExactly("", "a=1 b=2", "", "a=1 b=2");
  }

  @Test
  void everyContenderIsFoundByItsId() {
    assertThat(Contender.values())
        .allSatisfy(one -> assertThat(Contender.of(one.id())).contains(one));
    assertThat(Contender.of("p9")).isEmpty();
  }
}
