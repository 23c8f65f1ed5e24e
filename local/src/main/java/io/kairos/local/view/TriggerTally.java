package io.kairos.local.view;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has fired.
 *
 * @param byRule messages asked for, by rule, sorted by its name
 * @param cancelled messages taken back
 * @param latest the latest triggers, newest first
 * @param examples one trigger of each rule
 */
public record TriggerTally(
    Map<String, Long> byRule,
    long cancelled,
    List<FiredTrigger> latest,
    Map<String, FiredTrigger> examples) {
  /** Nothing yet. */
  public static final TriggerTally NONE = new TriggerTally(Map.of(), 0, List.of(), Map.of());

  public TriggerTally {
    byRule = Collections.unmodifiableMap(new TreeMap<>(byRule));
    latest = List.copyOf(latest);
    examples = Map.copyOf(examples);
  }

  /** Messages asked for by all rules. */
  public long total() {
    return byRule.values().stream().mapToLong(Long::longValue).sum();
  }
}
