package io.kairos.local.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule as a document, and what can be changed in it to try it.
 *
 * @param keys and their values
 */
record RuleDraft(Map<String, Object> keys) {
  private static final String STEPS = "steps";
  private static final String AFTER = "after";
  private static final String FROM = "effectiveFrom";
  private static final String FOLLOWING = "following";

  /** What makes a message wait. */
  private static final List<String> WAITS = List.of(AFTER, "before", "idle", "at");

  /** What keeps a rule from speaking now although it would have something to say. */
  private static final List<String> NOT_IN_FORCE = List.of("status", FROM, "effectiveTo");

  /** What a rule asks of the event that starts it. */
  private static final List<String> DEMANDS = List.of("where", FOLLOWING);

  /** What begins a rule. */
  private static final List<String> STARTS =
      List.of("event", "becomes", "every", FOLLOWING, "where", "per", "restart", "unless");

  /** The event that a rule is asked on where it is to begin without its own start. */
  static final String ASKED_ON = "updated";

  static Map<String, Object> map(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("a map of keys belongs here");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(String.valueOf(key), each));
    return copy;
  }

  String id() {
    return String.valueOf(keys.get("id"));
  }

  /** The text of a key, as it is written; empty where it is not. */
  Optional<String> text(String key) {
    return Optional.ofNullable(keys.get(key)).map(RuleDraft::written);
  }

  private static String written(Object value) {
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  boolean startsOnAnEvent() {
    return keys.containsKey("event");
  }

  /** What the rule itself says against its speaking now, as its keys do. */
  List<String> notInForce() {
    return NOT_IN_FORCE.stream()
        .filter(keys::containsKey)
        .map(key -> key + ": " + keys.get(key))
        .toList();
  }

  /** Ids of the steps; one empty id where there are none. */
  List<String> steps() {
    return keys.get(STEPS) instanceof List<?> steps
        ? steps.stream().map(step -> String.valueOf(map(step).get("id"))).toList()
        : List.of("");
  }

  /**
   * The rule with one of its steps only, in force, and with one wait only, counted from its start.
   *
   * @param step id of the step; empty for the one of a rule without
   */
  RuleDraft waiting(String step, long seconds) {
    Map<String, Object> changed = without(keys, NOT_IN_FORCE);
    changed.keySet().removeAll(WAITS);
    changed.remove("restart");
    if (step.isEmpty()) {
      changed.put(AFTER, seconds + "s");
    } else {
      Map<String, Object> only = without(step(step), WAITS);
      only.put(AFTER, seconds + "s");
      changed.put(STEPS, new ArrayList<>(List.of(only)));
    }
    changed.computeIfPresent("experiment", (key, experiment) -> patient(map(experiment), step));
    return new RuleDraft(changed);
  }

  private Map<String, Object> step(String id) {
    return ((List<?>) keys.get(STEPS))
        .stream()
            .map(RuleDraft::map)
            .filter(step -> String.valueOf(step.get("id")).equals(id))
            .findFirst()
            .orElseThrow();
  }

  /** The experiment without what its variants say of waits, and of other steps. */
  private static Map<String, Object> patient(Map<String, Object> experiment, String step) {
    experiment.computeIfPresent(
        "variants",
        (key, variants) -> {
          Map<String, Object> patient = map(variants);
          patient.replaceAll((name, variant) -> patientVariant(without(map(variant), WAITS), step));
          return patient;
        });
    return experiment;
  }

  private static Map<String, Object> patientVariant(Map<String, Object> variant, String step) {
    variant.computeIfPresent(
        STEPS,
        (key, steps) -> {
          Map<String, Object> of = map(steps);
          of.keySet().retainAll(List.of(step));
          of.replaceAll((id, keys) -> without(map(keys), WAITS));
          return of;
        });
    return variant;
  }

  /** What the rule asks of the event that starts it, as it is written; empty for nothing. */
  Optional<String> demand() {
    String demand =
        DEMANDS.stream()
            .filter(keys::containsKey)
            .map(key -> key + ": " + written(keys.get(key)))
            .collect(Collectors.joining(", "));
    return demand.isEmpty() ? Optional.empty() : Optional.of(demand);
  }

  /** The rule taking effect at an instant, epoch milliseconds: the engine looks at it anew then. */
  RuleDraft from(long millis) {
    Map<String, Object> changed = new LinkedHashMap<>(keys);
    changed.put(FROM, Instant.ofEpochMilli(millis).toString());
    return new RuleDraft(changed);
  }

  /** The rule for a customer who did what it is to follow. */
  RuleDraft followed() {
    return new RuleDraft(without(keys, List.of(FOLLOWING)));
  }

  /** The rule without that. */
  RuleDraft withoutDemand() {
    return new RuleDraft(without(keys, DEMANDS));
  }

  /** The rule asked at once, as if it began now: what has to become true is a condition then. */
  RuleDraft asked() {
    Map<String, Object> changed = without(keys, STARTS);
    changed.remove("existing");
    changed.put("event", ASKED_ON);
    List<Object> when = Stream.concat(all("becomes"), all("when")).toList();
    if (!when.isEmpty()) {
      changed.put("when", new ArrayList<>(when));
    }
    return new RuleDraft(changed);
  }

  private Stream<Object> all(String key) {
    Object value = keys.get(key);
    if (value == null) {
      return Stream.empty();
    }
    return value instanceof List<?> list ? list.stream().map(Object.class::cast) : Stream.of(value);
  }

  private static Map<String, Object> without(Map<String, Object> keys, List<String> names) {
    Map<String, Object> left = new LinkedHashMap<>(keys);
    left.keySet().removeAll(names);
    return left;
  }
}
