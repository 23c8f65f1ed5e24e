package io.kairos.engine;

import static io.kairos.engine.Declarations.rule;

import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Status;

/** Rules that begin when something becomes true: a silence, and two looks. */
final class Becoming {
  static final String SILENCE =
      "rules: [{id: d, becomes: activity.idleDays >= 3, send: {channel: push, template: t}}]";
  static final String SILENCE_TWO =
      "{id: d, becomes: activity.idleDays >= 3, send: {channel: push, template: t}}";

  private Becoming() {}

  static Declaration becoming(String more) {
    return rule(
        "n",
        1,
        Status.ACTIVE,
        "{id: n, "
            + more
            + "becomes: activity.viewsIn30Days >= 2, again: always,"
            + " send: {channel: push, template: n}}");
  }
}
