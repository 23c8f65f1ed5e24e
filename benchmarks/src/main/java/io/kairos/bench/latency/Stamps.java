package io.kairos.bench.latency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Matches triggers with the events that they follow from, each the only one of its customer. */
final class Stamps {
  private final long fromMillis;
  private final long toMillis;
  private final Map<String, Long> causes = new HashMap<>();
  private final Map<String, Long> triggers = new HashMap<>();
  private long events;

  /**
   * @param fromMillis the first append that counts
   * @param toMillis the first that no longer does
   */
  Stamps(long fromMillis, long toMillis) {
    this.fromMillis = fromMillis;
    this.toMillis = toMillis;
  }

  /** Any event. */
  void event(String customer, long appendMillis) {
    if (appendMillis >= fromMillis && appendMillis < toMillis) {
      events++;
    }
  }

  /** An event that a trigger must follow. */
  void cause(String customer, long appendMillis) {
    event(customer, appendMillis);
    if (appendMillis >= fromMillis && appendMillis < toMillis) {
      causes.put(customer, appendMillis);
    }
  }

  /** A trigger; what is repeated after a failure counts when it first came. */
  void trigger(String customer, long appendMillis) {
    triggers.merge(customer, appendMillis, Math::min);
  }

  Latencies latencies() {
    List<Long> millis = new ArrayList<>();
    causes.forEach(
        (customer, appendMillis) -> {
          Long came = triggers.get(customer);
          if (came != null) {
            millis.add(came - appendMillis);
          }
        });
    double seconds = (toMillis - fromMillis) / 1e3;
    return new Latencies(millis, causes.size() - millis.size(), events / seconds);
  }
}
