package io.kairos.local.trial;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.rule.Run;
import io.kairos.engine.trigger.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds when a rule last began for a customer. Used once, with an engine of that rule alone. */
final class Probe implements Outputs {

  /** A run under way; where a later event restarts it, it has begun again. */
  private record Begun(String occasion, long anchorMillis) {}

  private final CustomerEngine engine;
  private final Set<Begun> known = new HashSet<>();
  private CustomerState state;
  private long atMillis;
  private Beginning.Origin origin;
  private Beginning last;

  Probe(CustomerEngine engine) {
    this.engine = engine;
  }

  Optional<Beginning> last(History history) {
    state = CustomerState.of(history.customerId());
    for (long instant : history.instants()) {
      settle(instant - 1);
      advance(history.at(instant), instant, Beginning.Origin.EVENT);
    }
    settle(history.nowMillis());
    return Optional.ofNullable(last);
  }

  private void settle(long horizon) {
    long next = engine.nextDeadline(state);
    while (next <= horizon && next != Long.MAX_VALUE) {
      advance(List.of(), next, Beginning.Origin.TIME);
      next = engine.nextDeadline(state);
    }
  }

  private void advance(List<Event> events, long instant, Beginning.Origin by) {
    atMillis = instant;
    origin = by;
    state = engine.advance(state, events, instant, this);
    state.agenda().open().forEach(this::look);
  }

  private void look(Run run) {
    if (known.add(new Begun(run.occasion(), run.anchorMillis()))) {
      long counts = origin == Beginning.Origin.TIME ? atMillis : run.anchorMillis();
      last = new Beginning(atMillis, counts, origin);
    }
  }

  @Override
  public void decision(Decision decision) {
    look(decision.run());
  }

  @Override
  public void trigger(Trigger trigger) {}

  @Override
  public void profile(Snapshot profile) {}

  @Override
  public void erased(String customerId) {
    last = null;
  }

  @Override
  public void refused(Event event, RejectionReason reason) {}

  @Override
  public void behind(Event event) {}
}
