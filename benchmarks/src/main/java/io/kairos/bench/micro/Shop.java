package io.kairos.bench.micro;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The customers of some minutes, their states in memory as they are or as what a store gives back.
 * Each is advanced with the events of a minute and woken in the minute in which something is due,
 * once and lazily.
 */
final class Shop {
  private final CustomerEngine engine;
  private final List<Minute> minutes;
  private final CustomerState[] states;
  private final UnaryOperator<CustomerState> store;
  private final int[] wakes;
  private final List<List<Integer>> due = new ArrayList<>();
  private int done;

  Shop(CustomerEngine engine, List<Minute> minutes, CustomerState[] states) {
    this(engine, minutes, states, state -> state);
  }

  private Shop(
      CustomerEngine engine,
      List<Minute> minutes,
      CustomerState[] states,
      UnaryOperator<CustomerState> store) {
    this.engine = engine;
    this.minutes = minutes;
    this.store = store;
    this.states = states.clone();
    for (int customer = 0; customer < states.length; customer++) {
      this.states[customer] = states[customer] == null ? null : store.apply(states[customer]);
    }
    this.wakes = new int[states.length];
    Arrays.fill(wakes, Integer.MAX_VALUE);
    minutes.forEach(minute -> due.add(new ArrayList<>()));
  }

  /**
   * The same customers at the same instant, with the later minutes still to come.
   *
   * @param store what becomes of a state until it is needed again
   */
  Shop again(UnaryOperator<CustomerState> store) {
    Shop again = new Shop(engine, minutes, states, store);
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
    CustomerState after = engine.advance(from, events, minutes.get(done).horizonMillis(), out);
    states[customer] = store.apply(after);
    long next = engine.nextDeadline(after);
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
