package io.kairos.bench.run;

import io.kairos.local.CommandError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Results that may be put beside each other.
 *
 * @param began the instant at which its benchmark began, by which they are known
 * @param conditions on what they ran, and what held for all of them
 */
public record Series(String began, String conditions) {

  /**
   * Goes on with results that are there.
   *
   * @param plans all that it is to have
   * @throws CommandError if they are of something else, or of another machine
   */
  public void goOn(List<Result> results, List<RunPlan> plans) {
    Set<Turn> planned = new HashSet<>();
    plans.forEach(plan -> planned.addAll(plan.turns()));
    for (Result result : results) {
      if (!planned.contains(result.turn())) {
        throw new CommandError(
            "the last benchmark measured something else, such as %s; go on with its options, or"
                    .formatted(result.turn().contender().id())
                + " begin anew without --resume");
      }
      if (!conditions.equals(result.conditions())) {
        throw new CommandError(
            "the last benchmark ran under other conditions (%s, now %s): begin anew without --resume"
                .formatted(result.conditions(), conditions));
      }
    }
  }
}
