package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a publication makes of one declaration.
 *
 * @param before the version in whose place it comes; empty where there is none
 * @param after the version to write
 * @param effect whether they differ
 * @param overtaken the versions still to come that will not, since this one begins no later
 */
public record Change(
    Optional<Published> before, Revision after, Effect effect, List<Published> overtaken) {

  /** How a version differs from the one before. */
  public enum Effect {
    NEW,
    CHANGED,
    /** It would say what holds already, and is not written. */
    UNCHANGED
  }

  /**
   * The change to a draft from what is in force as it takes effect: plans for later do not count. A
   * rule that is paused then stays paused where the draft does not say otherwise.
   *
   * @param history what is known of it; empty for nothing
   * @param by who publishes, and why
   */
  static Change of(Optional<History> history, Draft draft, Authorship by, Activation at) {
    Instant start = at.startOf(draft.period());
    Optional<Published> before = history.map(known -> known.onward(start).get(0));
    Revision after =
        new Revision(
            draft.id(),
            history.map(History::next).orElse(1),
            status(before, draft),
            draft.body(),
            new Revision.Terms(draft.period(), by.author(), by.note()));
    List<Published> overtaken =
        history.map(known -> known.plansFrom(start, at.now())).orElse(List.of());
    return new Change(before, after, effect(before, after, overtaken, at.now()), overtaken);
  }

  /** Whether it is to be written. */
  public boolean isToBeWritten() {
    return effect != Effect.UNCHANGED;
  }

  private static Status status(Optional<Published> before, Draft draft) {
    boolean paused = before.filter(one -> one.revision().status() == Status.PAUSED).isPresent();
    return draft.status().orElse(paused ? Status.PAUSED : Status.ACTIVE);
  }

  /** What holds already is written all the same where something else would take its place. */
  private static Effect effect(
      Optional<Published> before, Revision after, List<Published> overtaken, Instant now) {
    if (before.isEmpty()) {
      return Effect.NEW;
    }
    boolean stays = overtaken.stream().allMatch(before.get()::equals);
    return stays && isSame(before.get(), after, now) ? Effect.UNCHANGED : Effect.CHANGED;
  }

  private static boolean isSame(Published before, Revision after, Instant now) {
    Period was = before.revision().terms().period();
    Period is = after.terms().period();
    // What holds already would not change by holding from a later day on, too.
    boolean sameStart = was.from().equals(is.from()) || before.hasBegun(now);
    return before.revision().status() == after.status()
        && sameStart
        && was.to().equals(is.to())
        && YamlBody.isSame(before.revision().body(), after.body());
  }
}
