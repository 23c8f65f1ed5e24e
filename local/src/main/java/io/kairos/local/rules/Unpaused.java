package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.List;

/**
 * What a rule would be, had nobody paused it. What was published while it was paused counts with
 * the status from before the pause.
 */
final class Unpaused {
  private Unpaused() {}

  /**
   * The versions without the pauses up to an instant.
   *
   * @param at a pause that is planned for later stays
   */
  static History of(History history, Instant at) {
    List<Published> all = history.versions();
    Published first = all.get(0);
    History rest = new History(isPaused(first) ? first.as(Status.ACTIVE) : first);
    for (int i = 1; i < all.size(); i++) {
      Published one = all.get(i);
      boolean plansAPause = one.isPlannedAfter(at) && !isPaused(all.get(i - 1));
      if (isPaused(one) && !plansAPause) {
        addPaused(one, rest);
      } else {
        rest.add(one);
      }
    }
    return rest;
  }

  /** One that says the same as before is the pause itself. */
  private static void addPaused(Published one, History rest) {
    Revision before = rest.onward(one.effectiveAt()).get(0).revision();
    boolean wasGone = before.status() == Status.WITHDRAWN;
    if (wasGone || !YamlBody.isSame(before.body(), one.revision().body())) {
      rest.add(one.as(wasGone ? Status.ACTIVE : before.status()));
    }
  }

  private static boolean isPaused(Published one) {
    return one.revision().status() == Status.PAUSED;
  }
}
