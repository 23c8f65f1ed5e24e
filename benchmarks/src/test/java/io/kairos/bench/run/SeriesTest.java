package io.kairos.bench.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.local.CommandError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final InputSpec INPUT = new InputSpec(Form.SESSIONS, 100, 10, 1);
  private static final Series SERIES = new Series("then", "one machine");

  @Test
  void goesOnWithWhatItPlansUnderTheSameConditions() {
    List<RunPlan> plans = List.of(plan(Contender.L3, ""), plan(Contender.OURS, "a"));

    assertThatCode(() -> SERIES.goOn(List.of(result(plans.get(0), "one machine")), plans))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesResultsThatItDoesNotPlan() {
    RunPlan plan = plan(Contender.OURS, "a");

    assertThatThrownBy(
            () ->
                SERIES.goOn(
                    List.of(result(plan(Contender.OURS, "b"), "one machine")), List.of(plan)))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("measured something else, such as ours");
  }

  @Test
  void refusesResultsOfAnotherMachine() {
    RunPlan plan = plan(Contender.L3, "");

    assertThatThrownBy(() -> SERIES.goOn(List.of(result(plan, "another")), List.of(plan)))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("(another, now one machine)");
  }

  private static RunPlan plan(Contender contender, String setting) {
    return new RunPlan(
        new RunPlan.Field(List.of(INPUT), List.of(contender), List.of(1)),
        1,
        Map.of("x", setting),
        Duration.ofSeconds(10));
  }

  private static Result result(RunPlan plan, String conditions) {
    return new Result("then", conditions, plan.turns().get(0), "", null, "ended");
  }
}
