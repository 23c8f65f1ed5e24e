package io.kairos.bench.micro;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The customers of some minutes, their states in memory. Each is advanced with the events of a
 * minute and woken in the minute in which something is due, once and lazily.
 */
final class Shop {
  private final CustomerEngine engine;
  private final List<Minute> minutes;
  private final CustomerState[] states;
  private final int[] wakes;
  private final List<List<Integer>> due = new ArrayList<>();
  private int done;

  Shop(CustomerEngine engine, List<Minute> minutes, CustomerState[] states) {
    this.engine = engine;
    this.minutes = minutes;
    this.states = states.clone();
    this.wakes = new int[states.length];
    Arrays.fill(wakes, Integer.MAX_VALUE);
    minutes.forEach(minute -> due.add(new ArrayList<>()));
  }

  /** The same customers at the same instant, with the later minutes still to come. */
  Shop again() {
    Shop again = new Shop(engine, minutes, states);
    again.done = done;
    for (int customer = 0; customer < states.length; customer++) {
      again.wake(customer, wakes[customer]);
    }
    return again;
  }

  /** Goes on to before a minute, by its place, and returns how often a customer was advanced. */
  int run(int until, Outputs out) {
    int advances = 0;
    for (; done < until; done++) {
      Minute minute = minutes.get(done);
      for (Minute.Burst burst : minute.bursts()) {
        advance(burst.customer(), burst.events(), out);
      }
      advances += minute.bursts().size() + wakeUps(out);
    }
    return advances;
  }

  CustomerState[] states() {
    return states;
  }

  private int wakeUps(Outputs out) {
    int woken = 0;
    for (int customer : due.get(done)) {
      if (wakes[customer] == done) {
        advance(customer, List.of(), out);
        woken++;
      }
    }
    return woken;
  }

  private void advance(int customer, List<Event> events, Outputs out) {
    CustomerState before = states[customer];
    CustomerState from = before == null ? CustomerState.of(events.get(0).customerId()) : before;
    states[customer] = engine.advance(from, events, minutes.get(done).horizonMillis(), out);
    long next = engine.nextDeadline(states[customer]);
    int place = place(next);
    // A wake-up that comes too early moves itself, so that events need not.
    if (wakes[customer] <= done || place < wakes[customer]) {
      wake(customer, place);
    }
  }

  private int place(long deadlineMillis) {
    if (deadlineMillis > minutes.get(minutes.size() - 1).horizonMillis()) {
      return Integer.MAX_VALUE;
    }
    return (int) Minute.placeOf(deadlineMillis, minutes.get(0).horizonMillis());
  }

  private void wake(int customer, int place) {
    wakes[customer] = place;
    if (place != Integer.MAX_VALUE) {
      due.get(place).add(customer);
    }
  }
}
