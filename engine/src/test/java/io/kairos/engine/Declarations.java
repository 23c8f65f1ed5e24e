package io.kairos.engine;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Declaration.Kind;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Rules that change, in the words of stories: times are of 10 March 2026 unless a date is given.
 */
final class Declarations {
  private Declarations() {}

  static RuleHistory history(String yaml) {
    return RuleHistory.of(yaml, ModelFile.defaults(), "CNY", Set.of());
  }

  static Declaration rule(String id, int version, Status status, String body) {
    return new Declaration(Kind.RULE, id, version, status, body, Long.MAX_VALUE);
  }

  /** On from 12 to 14 o'clock. */
  static void killSwitch(RuleHistory rules) {
    rules.add(killSwitch(1, Status.PAUSED), millis("12:00"));
    rules.add(killSwitch(2, Status.ACTIVE), millis("14:00"));
  }

  private static Declaration killSwitch(int version, Status status) {
    return new Declaration(
        Kind.POLICY, Declaration.KILL_SWITCH, version, status, "", Long.MAX_VALUE);
  }

  static long millis(String at) {
    return Story.millis(LocalDateTime.parse(at.contains("T") ? at : "2026-03-10T" + at));
  }
}
