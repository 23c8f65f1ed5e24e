package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.fact.EventField;
import io.kairos.engine.fact.Facts;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects the fields of its start event that a rule names later on. */
final class Keeps {
  private final Set<EventField> fields = EnumSet.noneOf(EventField.class);

  /** In the order of the fields. */
  List<EventField> fields() {
    return List.copyOf(fields);
  }

  void add(Condition<Facts> condition) {
    add(condition.variables());
  }

  void add(Step step) {
    step.when().forEach(this::add);
    if (step.waiting().delay() instanceof Delay.Before before) {
      fields.add(before.instant());
    }
    for (Case one : step.cases()) {
      if (one.when() != null) {
        add(one.when());
      }
      one.content().data().values().forEach(value -> add(value.variables()));
    }
  }

  private void add(Collection<String> variables) {
    variables.forEach(name -> EventField.of(name).ifPresent(fields::add));
  }
}
