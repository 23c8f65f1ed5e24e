package io.kairos.local.job;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.WireReader;
import io.kairos.local.InputEvent;
import io.kairos.local.traffic.SingleObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Events through the engine alone, customer by customer: no broker, no Flink. */
final class EngineRun {
  private final CustomerEngine engine;
  private final WireReader reader = new WireReader(0);
  private final Map<String, CustomerState> customers = new HashMap<>();
  private final Map<String, Integer> mostBytes = new HashMap<>();

  EngineRun(CustomerEngine engine) {
    this.engine = engine;
  }

  /** Applies events that come in the order of their time; those without a customer are left out. */
  EngineRun over(Iterator<InputEvent> events) throws Exception {
    Map<String, List<Event>> byCustomer = new HashMap<>();
    while (events.hasNext()) {
      InputEvent event = events.next();
      if (event.customerId() != null && !event.customerId().isEmpty()) {
        byCustomer.computeIfAbsent(event.customerId(), id -> new ArrayList<>()).add(read(event));
      }
    }
    byCustomer.forEach(this::apply);
    return this;
  }

  private void apply(String customer, List<Event> events) {
    events.sort(Event.ORDER);
    CustomerState state = CustomerState.of(customer);
    int most = 0;
    for (Event event : events) {
      state = engine.advance(state, List.of(event), event.positionMillis(), new Silence());
      most = Math.max(most, state.toBytes().length);
    }
    customers.put(customer, state);
    mostBytes.put(customer, most);
  }

  private Event read(InputEvent event) throws Exception {
    Origin origin = Origin.valueOf(event.topic().name());
    return reader.read(origin, SingleObject.encode(event.record()), event.timeMillis());
  }

  /** Bytes that each customer's state takes in the end, rising. */
  int[] bytes() {
    return customers.values().stream().mapToInt(s -> s.toBytes().length).sorted().toArray();
  }

  /** The most bytes that any customer's state took after any event. */
  int mostBytes() {
    return mostBytes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Hears nothing. */
  private static final class Silence implements Outputs {
    @Override
    public void trigger(io.kairos.engine.trigger.Trigger trigger) {}

    @Override
    public void decision(io.kairos.engine.delivery.Decision decision) {}

    @Override
    public void profile(io.kairos.engine.Snapshot profile) {}

    @Override
    public void erased(String customerId) {}

    @Override
    public void refused(Event event, io.kairos.engine.cleaning.RejectionReason reason) {}

    @Override
    public void behind(Event event) {}
  }
}
