package io.kairos.bench.run;

import io.kairos.bench.input.InputSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be measured.
 *
 * @param rounds at least 1
 * @param settings options of Kairos' job
 * @param checkpoints how often Flink's contenders checkpoint
 */
public record RunPlan(Field field, int rounds, Map<String, String> settings, Duration checkpoints) {

  public RunPlan {
    settings = new TreeMap<>(settings);
  }

  /** Who runs over what. */
  public record Field(List<InputSpec> inputs, List<Contender> contenders, List<Integer> slots) {}

  /** Every turn, in order: round by round, so that what disturbs the machine disturbs all alike. */
  public List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    for (InputSpec input : field.inputs()) {
      for (int round = 1; round <= rounds; round++) {
        for (int slots : field.slots()) {
          for (Contender contender : field.contenders()) {
            String text = contender.takesJobOptions() ? settingsText() : "";
            turns.add(new Turn(input, contender, slots, text, round));
          }
        }
      }
    }
    return turns;
  }

  private String settingsText() {
    List<String> texts = new ArrayList<>();
    settings.forEach((key, value) -> texts.add(key + "=" + value));
    return String.join(" ", texts);
  }
}
