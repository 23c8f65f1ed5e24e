package io.kairos.torture.oracle;

import io.kairos.wire.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What went out held against what must go out, both as multisets of ids and bytes.
 *
 * @param missing must go out, and did not
 * @param surplus went out, and must not
 */
record Held(List<Trigger> missing, List<Trigger> surplus) {
  /** Both agree. */
  static final Held NOTHING = new Held(List.of(), List.of());

  static Held against(List<ExpectedTrigger> expected, List<Trigger> actual) {
    List<Trigger> missing = new ArrayList<>();
    List<Trigger> surplus = new ArrayList<>(actual);
    for (ExpectedTrigger one : expected) {
      Trigger found =
          surplus.stream()
              .filter(
                  t -> t.getId().equals(one.id()) && Hashes.payload(t).equals(one.payloadSha256()))
              .findFirst()
              .orElse(null);
      if (found == null) {
        missing.add(one.trigger());
      } else {
        surplus.remove(found);
      }
    }
    return new Held(missing, surplus);
  }

  @Override
  public String toString() {
    return lines("missing", missing) + lines("surplus", surplus);
  }

  private static String lines(String what, List<Trigger> triggers) {
    return triggers.stream()
        .sorted(Comparator.comparing(Trigger::getEventTime).thenComparing(Trigger::getId))
        .map(t -> what + " at " + (t.getEventTime() - Diary.START) / 1000.0 + " " + t + "\n")
        .collect(Collectors.joining());
  }
}
