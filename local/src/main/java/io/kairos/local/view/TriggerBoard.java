package io.kairos.local.view;

import io.kairos.wire.Trigger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects triggers. One that comes again, as after a restart of the job, counts once. */
final class TriggerBoard {
  private static final int LATEST = 200;

  private final Set<String> seen = new HashSet<>();
  private final Map<String, Long> byRule = new HashMap<>();
  private final Deque<FiredTrigger> latest = new ArrayDeque<>();
  private final Map<String, FiredTrigger> examples = new HashMap<>();
  private long cancelled;

  synchronized void add(Trigger trigger) {
    if (!seen.add(trigger.getKind() + trigger.getId())) {
      return;
    }
    FiredTrigger fired = FiredTrigger.of(seen.size(), trigger);
    latest.addFirst(fired);
    if (latest.size() > LATEST) {
      latest.removeLast();
    }
    if (fired.what().cancel()) {
      cancelled++;
    } else {
      byRule.merge(fired.what().rule(), 1L, Long::sum);
      examples.putIfAbsent(fired.what().rule(), fired);
    }
  }

  synchronized TriggerTally tally() {
    return new TriggerTally(byRule, cancelled, List.copyOf(latest), examples);
  }
}
