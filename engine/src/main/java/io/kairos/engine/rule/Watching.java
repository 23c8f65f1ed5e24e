package io.kairos.engine.rule;

import io.kairos.engine.fact.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One look at the conditions that rules wait for. */
final class Watching {
  private final List<Integer> before;
  private final RuleStage.View view;
  private final RuleStage stage;
  private final List<Integer> holding = new ArrayList<>();
  private final int changed;
  private long checkAtMillis;

  /**
   * @param changed the parts of the customer that changed, as {@link Parts} says
   * @param checkAtMillis when time alone may change what is not looked at
   */
  Watching(
      List<Integer> before, RuleStage.View view, RuleStage stage, int changed, long checkAtMillis) {
    this.before = before;
    this.view = view;
    this.stage = stage;
    this.changed = changed;
    this.checkAtMillis = checkAtMillis;
  }

  /** Marks of the rules whose condition holds. */
  List<Integer> holding() {
    return List.copyOf(holding);
  }

  /** When time alone may change that, epoch milliseconds. */
  long checkAtMillis() {
    return checkAtMillis;
  }

  /**
   * The run that a rule begins: its condition holds and did not hold before. A rule that can begin
   * none keeps its marks until the condition fails, and leaves none: what becomes true meanwhile is
   * new to whoever can.
   *
   * @param open whether the rule can begin runs for the customer now
   */
  Optional<Run> look(Rule rule, boolean open) {
    Start.Becoming start = (Start.Becoming) rule.start();
    Status status = rule.life().status();
    if (isUnchanged(rule, start)) {
      keep(start.marks().live(""));
      keep(start.marks().of(status, ""));
      return Optional.empty();
    }
    if (!isInEffect(rule) && !isMarked(rule, start)) {
      return Optional.empty();
    }
    checkAtMillis = Math.min(checkAtMillis, start.condition().flips(view.facts()));
    String key = start.holds(view.facts()) ? rule.scope().per().keyNow(view.facts()) : null;
    if (key == null) {
      return Optional.empty();
    }
    int mark = start.marks().of(status, key);
    keep(start.marks().live(key));
    keep(mark);
    if (before.contains(mark) || !open) {
      return Optional.empty();
    }
    holding.add(mark);
    return enteredSilently(rule, start) ? Optional.empty() : Optional.of(start.run(rule, view));
  }

  /** What held before holds still, whatever the rule may do meanwhile. */
  private void keep(int mark) {
    if (before.contains(mark) && !holding.contains(mark)) {
      holding.add(mark);
    }
  }

  private boolean isInEffect(Rule rule) {
    return view.now() >= rule.life().fromMillis() && view.now() < rule.life().toMillis();
  }

  /** Whether an earlier version, or this one, left a mark for what the customer is about now. */
  private boolean isMarked(Rule rule, Start.Becoming start) {
    String key = rule.scope().per().keyNow(view.facts());
    return key != null
        && (before.contains(start.marks().live(key))
            || before.contains(start.marks().of(rule.life().status(), key)));
  }

  /** Whether it comes out as before; keys can change with what a condition does not read. */
  private boolean isUnchanged(Rule rule, Start.Becoming start) {
    return (changed & start.parts()) == 0
        && rule.scope().per() == Per.CUSTOMER
        && !view.isFirstLookAt(rule);
  }

  /** It held already when the rule took effect, and the rule lets such customers be. */
  private boolean enteredSilently(Rule rule, Start.Becoming start) {
    return rule.life().existing() == Life.Existing.ENTER
        && view.isFirstLookAt(rule)
        && !view.isOfNewcomer()
        && start.holds(stage.grouped(view.earlierUnder(rule)));
  }
}
