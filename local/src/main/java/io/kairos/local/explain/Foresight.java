package io.kairos.local.explain;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.delivery.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When the steps of the open runs are due: found by letting time pass without any event, so that
 * whatever moves a release moves it here, too.
 */
final class Foresight {
  private static final long HORIZON_MILLIS = Duration.ofDays(400).toMillis();
  private static final int MOST_DEADLINES = 2_000;

  private final CustomerEngine engine;

  Foresight(CustomerEngine engine) {
    this.engine = engine;
  }

  static Set<RunName> open(CustomerState state) {
    return state.agenda().open().stream().map(RunName::of).collect(Collectors.toSet());
  }

  /** The undecided steps of each open run; those too far ahead are left out. */
  Map<RunName, List<Due>> dues(CustomerState state, long nowMillis) {
    Map<RunName, List<Due>> dues = new LinkedHashMap<>();
    Set<RunName> waiting = new HashSet<>(open(state));
    CustomerState later = state;
    for (int i = 0; i < MOST_DEADLINES && !waiting.isEmpty(); i++) {
      long next = engine.nextDeadline(later);
      if (next > nowMillis + HORIZON_MILLIS) {
        break;
      }
      Hearing heard = new Hearing();
      later = engine.advance(later, List.of(), next, heard);
      heard.decisions().forEach(decision -> note(decision, waiting, dues));
      waiting.retainAll(open(later));
    }
    return dues;
  }

  private static void note(Decision decision, Set<RunName> waiting, Map<RunName, List<Due>> dues) {
    RunName run = RunName.of(decision.run());
    if (waiting.contains(run)) {
      dues.computeIfAbsent(run, first -> new ArrayList<>())
          .add(new Due(decision.step(), Instant.ofEpochMilli(decision.atMillis())));
    }
  }
}
