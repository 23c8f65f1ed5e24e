package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * What a publication makes of one declaration.
 *
 * @param before the last version known, in force or not; empty where there is none
 * @param after the version to write
 * @param effect whether they differ
 */
public record Change(Optional<Published> before, Revision after, Effect effect) {

  /** How a version differs from the one before. */
  public enum Effect {
    NEW,
    CHANGED,
    /** It would say what holds already, and is not written. */
    UNCHANGED
  }

  /**
   * The change from the last version to a draft. A rule that was paused stays paused where the
   * draft does not say otherwise.
   *
   * @param history what is known of it; empty for nothing
   * @param by who publishes, and why
   */
  static Change of(Optional<History> history, Draft draft, Authorship by, Activation at) {
    Optional<Published> before = history.map(History::latest);
    Revision after =
        new Revision(
            draft.id(),
            history.map(History::next).orElse(1),
            status(before, draft),
            draft.body(),
            new Revision.Terms(draft.period(), by.author(), by.note()));
    return new Change(before, after, effect(before, after, at.now()));
  }

  /** The version that was still to come and will not, since this one takes its place before. */
  Optional<Published> superseded(Activation at) {
    Instant start = at.published(after).effectiveAt();
    return before.filter(plan -> !plan.hasBegun(at.now()) && !plan.effectiveAt().isBefore(start));
  }

  /** Whether it is to be written. */
  public boolean isToBeWritten() {
    return effect != Effect.UNCHANGED;
  }

  private static Status status(Optional<Published> before, Draft draft) {
    boolean paused = before.filter(one -> one.revision().status() == Status.PAUSED).isPresent();
    return draft.status().orElse(paused ? Status.PAUSED : Status.ACTIVE);
  }

  private static Effect effect(Optional<Published> before, Revision after, Instant now) {
    return before
        .map(one -> isSame(one, after, now) ? Effect.UNCHANGED : Effect.CHANGED)
        .orElse(Effect.NEW);
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
