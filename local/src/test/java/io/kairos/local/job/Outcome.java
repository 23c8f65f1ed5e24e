package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Topics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a job made of good input, byte for byte: for each topic and customer the values in the order
 * in which they were written; of the profiles the last, since steps choose which others go out.
 */
record Outcome(Map<Topics, Map<String, List<String>>> values) {
  private static final List<Topics> TOPICS =
      List.of(Topics.TRIGGERS, Topics.DECISIONS, Topics.PROFILES);

  static Outcome of(JobOnBroker job) {
    Map<Topics, Map<String, List<String>>> values = new EnumMap<>(Topics.class);
    TOPICS.forEach(topic -> values.put(topic, Written.bytes(job.stack(), topic)));
    values
        .get(Topics.PROFILES)
        .replaceAll((customer, all) -> all.subList(all.size() - 1, all.size()));
    return new Outcome(values);
  }

  void requireEqual(Outcome expected) {
    for (Topics topic : TOPICS) {
      assertThat(expected.values.get(topic)).as(topic.label()).isNotEmpty();
      assertThat(values.get(topic)).as(topic.label()).isEqualTo(expected.values.get(topic));
    }
  }

  /** How many values each topic holds. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(topic -> count(topic.getValue()) + " " + topic.getKey().label())
        .collect(Collectors.joining(", "));
  }

  private static int count(Map<String, List<String>> byKey) {
    return byKey.values().stream().mapToInt(List::size).sum();
  }
}
