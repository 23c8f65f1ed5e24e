package io.kairos.local.backtest;

import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.Run;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.TriggerKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One customer under one rule file: what the engine says of him, counted. */
final class CustomerRun implements Outputs {
  private final Contender contender;
  private final Findings findings;
  private final Map<String, CustomerReach> reach = new HashMap<>();
  private final CustomerReach reachOfAll = new CustomerReach();
  private final Map<String, Trigger> sent = new HashMap<>();
  private CustomerState state;

  CustomerRun(Contender contender, Findings findings, String customerId) {
    this.contender = contender;
    this.findings = findings;
    this.state = CustomerState.of(customerId);
  }

  /** The next events, which are all up to an instant, epoch milliseconds. */
  void advance(List<Event> events, long upToMillis) {
    state = contender.engine().advance(state, events, upToMillis, this);
  }

  /** No more events come up to the end of the window. */
  void finish() {
    advance(List.of(), contender.window().toMillis());
    state.agenda().open().forEach(this::waiting);
    findings.customer();
    reach.forEach((rule, customer) -> findings.rule(rule).reached(customer));
    findings.all().reached(reachOfAll);
  }

  /** The messages that went out in the window, by id; only where they are kept. */
  Map<String, Trigger> sent() {
    return sent;
  }

  @Override
  public void decision(Decision decision) {
    if (!contender.window().includes(decision.atMillis())) {
      return;
    }
    int day = contender.window().dayOf(decision.atMillis());
    findings.rule(decision.run().rule()).decided(decision, day);
    findings.all().decided(decision, day);
    contender.records().decision(decision);
  }

  @Override
  public void trigger(Trigger trigger) {
    long time = trigger.times().releasedMillis();
    if (!contender.window().includes(time)) {
      return;
    }
    contender.records().trigger(trigger);
    if (trigger.kind() == TriggerKind.CANCEL) {
      reachOf(trigger).takeBack();
      reachOfAll.takeBack();
    } else {
      send(trigger, contender.window().dayOf(time));
    }
  }

  private void send(Trigger trigger, int day) {
    findings.rule(trigger.reference().rule()).sent(trigger);
    reachOf(trigger).send(day);
    reachOfAll.send(day);
    if (contender.isCompared()) {
      sent.put(trigger.reference().id(), trigger);
    }
  }

  private CustomerReach reachOf(Trigger trigger) {
    return reach.computeIfAbsent(trigger.reference().rule(), rule -> new CustomerReach());
  }

  private void waiting(Run run) {
    long steps = undecided(run, contender.rules().book().of(run));
    findings.rule(run.rule()).waiting(steps);
    findings.all().waiting(steps);
  }

  private static long undecided(Run run, Rule rule) {
    return rule == null ? 1 : rule.steps(run).stream().filter(step -> !run.isDecided(step)).count();
  }

  @Override
  public void refused(Event event, RejectionReason reason) {
    findings.refused(reason);
  }

  @Override
  public void profile(Snapshot profile) {
    // What is published decides nothing.
  }

  @Override
  public void erased(String customerId) {
    // The decisions on what was open then come as such.
  }

  @Override
  public void behind(Event event) {
    // Sorted events are never behind one another.
  }
}
