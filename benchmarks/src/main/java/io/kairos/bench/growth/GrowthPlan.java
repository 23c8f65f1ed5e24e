package io.kairos.bench.growth;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.ours.ManyRules;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.RunPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kairos over more and more customers, then, over as many as the peers' benchmark has, under more
 * and more rules.
 *
 * @param base says rounds, slots, checkpoints and settings, and of its first input the form, the
 *     events and the seed
 */
public record GrowthPlan(List<Integer> customers, List<Integer> rules, RunPlan base) {
  /** The customers under whom rules grow. */
  static final int CUSTOMERS_OF_RULES = 1_000_000;

  /** State is looked at when all is read: then there must be a checkpoint. */
  private static final String LAST_CHECKPOINT =
      "flink.execution.checkpointing.checkpoints-after-tasks-finish";

  /** In order. */
  public List<RunPlan> plans() {
    List<RunPlan> plans = new ArrayList<>();
    for (int some : customers) {
      plans.add(plan(some, List.of(Contender.OURS, Contender.FULL), Map.of()));
    }
    for (int some : rules) {
      plans.add(
          plan(
              CUSTOMERS_OF_RULES,
              List.of(Contender.OURS),
              Map.of(ManyRules.KEY, Integer.toString(some))));
    }
    return plans;
  }

  private RunPlan plan(int some, List<Contender> contenders, Map<String, String> more) {
    InputSpec first = base.field().inputs().get(0);
    Form form = first.form();
    InputSpec input = new InputSpec(form, first.events(), some, first.seed(), first.known());
    Map<String, String> settings = new HashMap<>(Map.of(LAST_CHECKPOINT, "true"));
    settings.putAll(more);
    settings.putAll(base.settings());
    return new RunPlan(
        new RunPlan.Field(List.of(input), contenders, base.field().slots()),
        base.rounds(),
        settings,
        base.checkpoints());
  }
}
