package io.kairos.local.backtest;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Run;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.TriggerStage;
import io.kairos.flink.source.WireReader;
import io.kairos.local.InputEvent;
import io.kairos.local.traffic.SingleObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the candidates by watching: every step of every run that was ever seen open after an event,
 * and every decision, each id once. Knows nothing of fates.
 */
final class CandidateOracle implements Outputs {
  private final RuleSet rules;
  private final CustomerEngine engine;
  private final Map<String, Set<String>> byRule = new HashMap<>();

  CandidateOracle(RuleSet rules) {
    this.rules = rules;
    this.engine = new CustomerEngine(rules, Shop.DEFAULT, 60_000);
  }

  CandidateOracle over(List<InputEvent> events, long endMillis) throws Exception {
    WireReader reader = new WireReader(0);
    Map<String, List<Event>> byCustomer = new HashMap<>();
    for (InputEvent event : events) {
      Origin origin = Origin.valueOf(event.topic().name());
      byCustomer
          .computeIfAbsent(event.customerId(), id -> new ArrayList<>())
          .add(reader.read(origin, SingleObject.encode(event.record()), event.timeMillis()));
    }
    byCustomer.forEach((customer, own) -> watch(customer, own, endMillis));
    return this;
  }

  /** How many candidates a rule had. */
  long candidates(String rule) {
    return byRule.getOrDefault(rule, Set.of()).size();
  }

  private void watch(String customer, List<Event> events, long endMillis) {
    events.sort(Event.ORDER);
    CustomerState state = CustomerState.of(customer);
    for (Event event : events) {
      state = engine.advance(state, List.of(event), event.positionMillis(), this);
      state.agenda().open().forEach(run -> see(customer, run));
    }
    engine.advance(state, List.of(), endMillis, this);
  }

  private void see(String customer, Run run) {
    rules
        .book()
        .of(run)
        .steps(run)
        .forEach(step -> see(run, TriggerStage.idOf(customer, run, step.id())));
  }

  private void see(Run run, String id) {
    byRule.computeIfAbsent(run.rule(), rule -> new HashSet<>()).add(id);
  }

  @Override
  public void decision(Decision decision) {
    see(decision.run(), decision.id());
  }

  @Override
  public void trigger(Trigger trigger) {}

  @Override
  public void profile(Snapshot profile) {}

  @Override
  public void erased(String customerId) {}

  @Override
  public void refused(Event event, RejectionReason reason) {}

  @Override
  public void behind(Event event) {}
}
