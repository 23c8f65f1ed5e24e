package io.kairos.local.backtest;

import io.kairos.engine.delivery.Fate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the candidates of a rule. They add up: {@link #candidates} is the sum of the rest.
 *
 * @param stopped by what, the most frequent first
 * @param expired past their validity before they could be handed over; none in a backtest, where
 *     nothing waits for a clock
 * @param waiting steps of open runs whose time had not come at the end
 */
public record Fates(long sent, long heldOut, Map<Stop, Long> stopped, long expired, long waiting) {

  public Fates {
    stopped = Collections.unmodifiableMap(new LinkedHashMap<>(stopped));
  }

  public long candidates() {
    return sent + heldOut + stoppedInAll() + expired + waiting;
  }

  public long stoppedInAll() {
    return stopped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same without what the gates named. */
  public Map<Fate, Long> stoppedByFate() {
    Map<Fate, Long> byFate = new EnumMap<>(Fate.class);
    stopped.forEach((stop, count) -> byFate.merge(stop.fate(), count, Long::sum));
    return byFate;
  }

  /** The caps that stopped something, the most frequent first. */
  public Map<Stop, Long> caps() {
    Map<Stop, Long> caps = new LinkedHashMap<>(stopped);
    caps.keySet().removeIf(stop -> !stop.isCap());
    return caps;
  }
}
