package io.kairos.engine.rule;

import io.kairos.engine.rule.RuleStage.View;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The rules that a date begins, in the order of their ids. */
final class Dates {
  private final List<Rule> rules;
  private final long fromMillis;

  /** Those among the rules that begin any. */
  Dates(Collection<Rule> all) {
    this.rules =
        all.stream()
            .filter(rule -> rule.start() instanceof Start.OnDate)
            .filter(rule -> rule.life().status().begins())
            .sorted(Comparator.comparing(Rule::id))
            .toList();
    this.fromMillis =
        rules.stream().mapToLong(rule -> rule.life().fromMillis()).max().orElse(Long.MIN_VALUE);
  }

  private static Start.OnDate start(Rule rule) {
    return (Start.OnDate) rule.start();
  }

  /**
   * The run of each of them whose date begins by an instant.
   *
   * @param byMillis epoch milliseconds
   * @param isOpen whether a rule can begin a run now
   * @param begin takes rule and run
   */
  void begin(View view, long byMillis, Predicate<Rule> isOpen, BiConsumer<Rule, Run> begin) {
    for (Rule rule : rules) {
      if (isOpen.test(rule)) {
        LocalDate date = after(view.settledMillis(), rule, view);
        boolean begins = date != null && Start.OnDate.beginsAt(date, view.calendar()) <= byMillis;
        if (begins && start(rule).isBegunFor(view.facts())) {
          begin.accept(rule, start(rule).run(rule, date, view));
        }
      }
    }
  }

  /** Whether one has taken effect since the last look: no wake-up knew of its dates. */
  boolean areNewTo(View view) {
    return view.settledMillis() != Long.MIN_VALUE && view.settledMillis() < fromMillis;
  }

  /**
   * When the next date begins, epoch milliseconds; {@link Long#MAX_VALUE} for never. Asked anew
   * only where that can have changed.
   *
   * @param knownMillis what was known before, epoch milliseconds
   * @param settledMillis dates up to here have begun, epoch milliseconds
   */
  long next(View view, long knownMillis, long settledMillis) {
    if (rules.isEmpty()) {
      return Long.MAX_VALUE;
    }
    boolean same =
        view.before().person() == view.profile().person()
            && settledMillis < knownMillis
            && knownMillis != Long.MAX_VALUE;
    boolean anew = view.refiled() || view.settledMillis() == Long.MIN_VALUE || areNewTo(view);
    if (same && !anew) {
      return knownMillis;
    }
    long next = Long.MAX_VALUE;
    for (Rule rule : rules) {
      next = Math.min(next, next(rule, view, settledMillis));
    }
    return next;
  }

  private static long next(Rule rule, View view, long settledMillis) {
    LocalDate date = after(settledMillis, rule, view);
    long begins = date == null ? Long.MAX_VALUE : Start.OnDate.beginsAt(date, view.calendar());
    return begins < rule.life().toMillis() ? begins : Long.MAX_VALUE;
  }

  /** The first date of a rule after an instant at which it is in effect; null for none. */
  private static LocalDate after(long millis, Rule rule, View view) {
    long from = rule.life().fromMillis();
    long since = from <= millis ? millis : from - 1;
    return start(rule).after(since, view.profile(), view.calendar());
  }
}
