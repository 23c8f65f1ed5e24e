package io.kairos.local.explain;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.Finding;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the conditions of a candidate once more, to tell what each of them came to. */
final class Asking {
  private final CustomerEngine engine;
  private final RuleSet rules;

  Asking(CustomerEngine engine, RuleSet rules) {
    this.engine = engine;
    this.rules = rules;
  }

  /**
   * The comparisons behind a decision. Where asking again does not lead to what the engine found,
   * only that.
   *
   * @param state of the customer right after it
   */
  List<Asked> behind(Decision decision, CustomerState state) {
    Verdict verdict = Verdict.of(decision);
    Rule rule = rules.book().of(decision.run());
    Step step = rule == null ? null : rule.step(decision.run(), decision.step());
    if (step == null || state.customerId() == null) {
      return Asked.of(verdict).stream().toList();
    }
    Facts facts = engine.snapshot(state, decision.atMillis()).facts();
    if (verdict.gate().equals(Verdict.WHEN)) {
      return ofWhen(Stream.concat(rule.when().stream(), step.when().stream()), facts, verdict);
    }
    return verdict.gate().equals(Verdict.SEND) ? ofCases(step, facts) : List.of();
  }

  private static List<Asked> ofWhen(Stream<Condition<Facts>> when, Facts facts, Verdict verdict) {
    List<Condition<Facts>> conditions = when.toList();
    boolean same =
        conditions.stream()
            .map(condition -> condition.failure(facts))
            .flatMap(Optional::stream)
            .findFirst()
            .filter(failure -> tellsOf(verdict, failure))
            .isPresent();
    return same ? findings(conditions.stream(), facts) : Asked.of(verdict).stream().toList();
  }

  private static boolean tellsOf(Verdict verdict, Finding failure) {
    String seen = failure.subject() + " = " + failure.value();
    return seen.equals(verdict.value()) && failure.demand().equals(verdict.limit());
  }

  private static List<Asked> ofCases(Step step, Facts facts) {
    return findings(step.cases().stream().map(Case::when).filter(Objects::nonNull), facts);
  }

  static List<Asked> findings(Stream<Condition<Facts>> conditions, Facts facts) {
    return conditions
        .flatMap(condition -> condition.findings(facts).stream())
        .map(Asked::of)
        .distinct()
        .toList();
  }
}
