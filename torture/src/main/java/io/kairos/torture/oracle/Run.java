package io.kairos.torture.oracle;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A rule that has begun for a customer and whose messages may still come. */
final class Run {
  private static final int FIXED_BYTES = 12;
  private static final int FIELD_BYTES = 2;
  private static final int STEP_BYTES = 4;

  private final WrittenRule rule;
  private final String key;
  private final String occasion;
  private final Map<String, Value> kept;
  private final Set<Integer> decided = new HashSet<>();
  private long anchorMillis;

  /**
   * A run that begins.
   *
   * @param occasion the key and the start
   * @param event the fields of the event that began it, of which it keeps what its rule names
   */
  Run(WrittenRule rule, String key, String occasion, long anchorMillis, Map<String, Value> event) {
    this.rule = rule;
    this.key = key;
    this.occasion = occasion;
    this.anchorMillis = anchorMillis;
    this.kept = new HashMap<>(event);
    this.kept.keySet().retainAll(rule.names());
  }

  WrittenRule rule() {
    return rule;
  }

  String key() {
    return key;
  }

  String occasion() {
    return occasion;
  }

  /** What the waits count from, epoch milliseconds. */
  long anchorMillis() {
    return anchorMillis;
  }

  /** Waits count from an instant if that is later than what they counted from. */
  void restart(long millis) {
    anchorMillis = Math.max(anchorMillis, millis);
  }

  /** The steps whose fate is open. */
  List<Integer> waiting() {
    return IntStream.range(0, rule.steps().size())
        .filter(i -> !decided.contains(i))
        .boxed()
        .toList();
  }

  void decide(int step) {
    decided.add(step);
  }

  /** When a step is due, epoch milliseconds. */
  long releaseOf(int step, Profile profile) {
    WrittenRule.Step waiting = rule.steps().get(step);
    long waited = anchorMillis + waiting.afterMillis();
    return waiting.idleMillis() == 0
        ? waited
        : Math.max(waited, profile.lastActiveMillis() + waiting.idleMillis());
  }

  /** What its conditions know: its start event, and the customer. */
  Situation over(Profile profile) {
    return profile.at(kept);
  }

  /** No less than the bytes that the job needs for it: more than it has room for is not kept. */
  int bytes() {
    int texts = kept.values().stream().mapToInt(value -> FIELD_BYTES + value.text().length()).sum();
    return FIXED_BYTES + length(rule.id()) + length(occasion) + texts + STEP_BYTES * decided.size();
  }

  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
