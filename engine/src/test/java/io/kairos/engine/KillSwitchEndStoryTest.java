package io.kairos.engine;

import static io.kairos.engine.Becoming.SILENCE;
import static io.kairos.engine.Becoming.SILENCE_TWO;
import static io.kairos.engine.Becoming.becoming;
import static io.kairos.engine.Declarations.history;
import static io.kairos.engine.Declarations.killSwitch;
import static io.kairos.engine.Declarations.millis;
import static io.kairos.engine.Declarations.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a rule speaks to when the kill switch, or its own pause, ends. */
class KillSwitchEndStoryTest {
  private static final String SILENCE_S = SILENCE_TWO.replace("id: d", "id: s");

  @Test
  void whatHeldBeforeTheKillSwitchHasToFailFirstAfterIt() {
    RuleHistory switched = history("rules: [%s]".formatted(becoming("").body()));
    killSwitch(switched);

    Heard heard = Story.under(switched).at("10:00").views("a").views("b").until("2026-03-11T00:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T10:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "existing: fire, "})
  void whoWasSpokenToBeforeTheKillSwitchIsNotAgainAfterIt(String existing) {
    RuleHistory looking = history("rules: [%s]".formatted(becoming(existing).body()));
    killSwitch(looking);
    RuleHistory silent = history(SILENCE.replace("{id", "{" + existing + "again: always, id"));
    killSwitch(silent);

    Heard lookedTwice =
        Story.under(looking)
            .at("10:00")
            .views("a")
            .views("b")
            .at("13:00")
            .views("c")
            .until("2026-03-11T00:00");
    Heard gone = Story.under(silent).at("2026-03-07T10:00").views("a").until("2026-03-20T00:00");

    assertThat(lookedTwice.sends("n")).containsExactly("2026-03-10T10:00");
    assertThat(gone.sends("d")).containsExactly("2026-03-10T10:00");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatBecomesTrueUnderTheKillSwitchIsSpokenOfAfterItWhereARuleFiresAsAfterAPause(
      boolean everything) {
    Heard fires = becomesTrueWhileStopped("existing: fire, ", everything);
    Heard enters = becomesTrueWhileStopped("", everything);

    assertThat(fires.sends("n")).singleElement().asString().startsWith("2026-03-10T14:");
    assertThat(enters.fates("n")).isEmpty();
  }

  /** One who looks twice at one o'clock; the rule, or everything, is stopped from twelve to two. */
  private static Heard becomesTrueWhileStopped(String existing, boolean everything) {
    RuleHistory stopped = history("rules: [%s]".formatted(becoming(existing).body()));
    if (everything) {
      killSwitch(stopped);
    } else {
      stopped.add(rule("n", 2, Status.PAUSED, ""), millis("12:00"));
      stopped.add(rule("n", 3, Status.ACTIVE, ""), millis("14:00"));
    }
    Story story = Story.under(stopped).at("10:00").views("a").at("13:00").views("b");
    return story.until("2026-03-11T00:00");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void soIsASilenceThatWasLongEnoughUnderIt(boolean everything) {
    Heard fires = silentWhileStopped("existing: fire, ", everything);
    Heard enters = silentWhileStopped("", everything);

    assertThat(fires.sends("d")).singleElement().asString().startsWith("2026-03-10T14:");
    assertThat(enters.fates("d")).isEmpty();
  }

  private static Heard silentWhileStopped(String existing, boolean everything) {
    RuleHistory stopped = history(SILENCE.replace("{id", "{" + existing + "id"));
    if (everything) {
      killSwitch(stopped);
    } else {
      stopped.add(rule("d", 2, Status.PAUSED, ""), millis("12:00"));
      stopped.add(rule("d", 3, Status.ACTIVE, ""), millis("14:00"));
    }
    Story story = Story.under(stopped).at("2026-03-07T13:00").views("a");
    return story.until("2026-03-20T00:00");
  }

  @Test
  void whatBecomesTrueRightAfterTheKillSwitchBeginsARun() {
    RuleHistory switched = history("rules: [%s]".formatted(becoming("").body()));
    killSwitch(switched);

    Heard heard =
        Story.under(switched).at("13:00").views("a").at("14:00:01").views("b").until("15:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T14:00:01");
  }

  @Test
  void whatElseChangesAfterTheKillSwitchDoesNotHideItsEnd() {
    RuleHistory switched = history("rules: [%s]".formatted(becoming("existing: fire, ").body()));
    killSwitch(switched);
    switched.add(rule("s", 1, Status.ACTIVE, SILENCE_S), millis("14:00:01"));

    Heard heard = Story.under(switched).at("13:00").views("a").views("b").until("15:30");

    assertThat(heard.sends("n")).singleElement().asString().startsWith("2026-03-10T14:");
  }
}
