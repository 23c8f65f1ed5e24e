package io.kairos.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A rule file in parts whose order says nothing.
 *
 * @param channels that are declared
 * @param quietHours a line for each channel that has them
 * @param caps each as an element of the list
 * @param policy all else of the delivery policy, a line each
 * @param rules each as an element of the list
 */
record RuleText(
    List<String> channels,
    List<String> quietHours,
    List<String> caps,
    List<String> policy,
    List<String> rules) {
  private static final String GROUPS =
      """
      stages: [{id: new, when: activity.viewsIn30Days < 3}, {id: active}]
      segments:
        - {id: lookers, when: activity.viewsIn30Days >= 2}
        - {id: buyers, when: orders.count >= 1}
      tables: {goes-with: {tea: cup, books: lamp}}
      """;

  String yaml() {
    return "%sdelivery: %s\nrules:\n%s".formatted(GROUPS, delivery(), "- " + joined("\n- ", rules));
  }

  String delivery() {
    return "{channels: [%s], quietHours: {%s}, caps: [%s], %s}"
        .formatted(
            joined(", ", channels),
            joined(", ", quietHours),
            joined(", ", caps),
            joined(", ", policy));
  }

  /** The same in another order. */
  RuleText shuffled(Random random) {
    return new RuleText(
        shuffled(channels, random),
        shuffled(quietHours, random),
        shuffled(caps, random),
        shuffled(policy, random),
        shuffled(rules, random));
  }

  private static List<String> shuffled(List<String> parts, Random random) {
    List<String> other = new ArrayList<>(parts);
    Collections.shuffle(other, random);
    return other;
  }

  private static String joined(String between, List<String> parts) {
    return String.join(between, parts);
  }
}
