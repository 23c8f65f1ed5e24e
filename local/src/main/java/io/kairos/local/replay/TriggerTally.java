package io.kairos.local.replay;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the summary says of the triggers, counted one by one; holds none of them. */
final class TriggerTally {
  private final Map<String, Long> byRule = new TreeMap<>();
  private long customers;
  private String lastCustomer;

  /** Counts a trigger; all of one customer must come in a row. */
  void add(Trigger trigger) {
    byRule.merge(trigger.getRule() + suffix(trigger), 1L, Long::sum);
    if (!trigger.getCustomerId().equals(lastCustomer)) {
      lastCustomer = trigger.getCustomerId();
      customers++;
    }
  }

  long all() {
    return byRule.values().stream().mapToLong(Long::longValue).sum();
  }

  /** By rule; those that take a message back stand apart. */
  Map<String, Long> byRule() {
    return Collections.unmodifiableMap(byRule);
  }

  /** How many customers got one. */
  long customers() {
    return customers;
  }

  private static String suffix(Trigger trigger) {
    return trigger.getKind() == TriggerKind.CANCEL ? " taken back" : "";
  }
}
