package io.kairos.bench.micro;

import io.kairos.engine.event.Event;
import io.kairos.local.InputEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a watermark a minute on lets through: each customer's events together, in order. */
record Minute(long horizonMillis, List<Burst> bursts) {
  private static final long MILLIS = 60_000;

  /** The events of one customer, by the customer's number. */
  record Burst(int customer, List<Event> events) {}

  /** Cuts events into minutes, with none left out in between. */
  static List<Minute> cut(List<InputEvent> inputs, Map<String, Integer> numbers) {
    var reader = Samples.reader();
    List<Minute> minutes = new ArrayList<>();
    Map<Integer, List<Event>> together = new LinkedHashMap<>();
    long horizon = inputs.get(0).timeMillis();
    for (InputEvent input : inputs) {
      while (input.timeMillis() > horizon) {
        minutes.add(of(horizon, together));
        together.clear();
        horizon += MILLIS;
      }
      int customer = numbers.computeIfAbsent(input.customerId(), id -> numbers.size());
      together
          .computeIfAbsent(customer, number -> new ArrayList<>())
          .add(Samples.event(reader, input));
    }
    minutes.add(of(horizon, together));
    return minutes;
  }

  private static Minute of(long horizonMillis, Map<Integer, List<Event>> together) {
    List<Burst> bursts = new ArrayList<>(together.size());
    together.forEach(
        (customer, events) -> {
          events.sort(Event.ORDER);
          bursts.add(new Burst(customer, events));
        });
    return new Minute(horizonMillis, bursts);
  }

  /** The place of the first minute that reaches an instant, after the one that began them all. */
  static long placeOf(long instantMillis, long firstMillis) {
    return Math.floorDiv(instantMillis - firstMillis + MILLIS - 1, MILLIS);
  }
}
