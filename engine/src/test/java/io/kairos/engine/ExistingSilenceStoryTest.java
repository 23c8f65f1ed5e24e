package io.kairos.engine;

import static io.kairos.engine.Becoming.SILENCE;
import static io.kairos.engine.Becoming.SILENCE_TWO;
import static io.kairos.engine.Declarations.history;
import static io.kairos.engine.Declarations.millis;
import static io.kairos.engine.Declarations.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers who are silent already when a version of a rule about silence takes effect. */
class ExistingSilenceStoryTest {
  @ParameterizedTest
  @EnumSource(names = {"ACTIVE", "SHADOW", "PAUSED"})
  void aSilenceThatWasSpokenOfIsNotAgainByALaterVersion(Status meanwhile) {
    String fire = SILENCE_TWO.replace("{id", "{existing: fire, again: always, id");
    RuleHistory silence = history(SILENCE);
    silence.add(rule("d", 2, meanwhile, fire), millis("2026-03-14T00:00"));
    silence.add(rule("d", 3, Status.ACTIVE, fire), millis("2026-03-15T00:00"));

    Story silent = Story.under(silence).at("2026-03-10T10:00").views("a");

    assertThat(silent.until("2026-03-20T00:00").sends("d")).containsExactly("2026-03-13T10:00");
    assertThat(silent.at("2026-03-18T00:00").views("a").until("2026-03-30T00:00").sends("d"))
        .containsExactly("2026-03-13T10:00", "2026-03-21T00:00");
  }

  @Test
  void aSilenceThatAShadowNotedIsSpokenOfOnceItIsLive() {
    RuleHistory silence = history(SILENCE.replace("{id", "{status: shadow, id"));
    silence.add(
        rule("d", 2, Status.ACTIVE, SILENCE_TWO.replace("{id", "{existing: fire, id")),
        millis("2026-03-15T00:00"));

    Heard heard = Story.under(silence).at("2026-03-10T10:00").views("a").until("2026-03-20T00:00");

    assertThat(heard.fates("d")).containsExactly(Fate.SHADOW, Fate.SENT);
  }

  @Test
  void aRepublishedSilenceLosesNobody() {
    RuleHistory silence = history(SILENCE);
    silence.add(rule("d", 2, Status.ACTIVE, SILENCE_TWO), millis("2026-03-13T10:00"));

    Heard before = Story.under(silence).at("2026-03-10T10:00").views("a").until("2026-03-20T00:00");
    Heard after =
        Story.under(silence).at("2026-03-10T10:00:01").views("a").until("2026-03-20T00:00");

    assertThat(before.sends("d")).containsExactly("2026-03-13T10:00");
    assertThat(before.sent("d").get(0).reference().ruleVersion()).isEqualTo(2);
    assertThat(after.sends("d")).containsExactly("2026-03-13T10:00:01");
  }

  @Test
  void aShorterSilenceLetsThoseBeWhoAreSilentLongerAlready() {
    RuleHistory silence = history(SILENCE);
    String shorter = SILENCE_TWO.replace(">= 3", ">= 1");
    silence.add(rule("d", 2, Status.ACTIVE, shorter), millis("2026-03-12T00:00"));

    Story silent = Story.under(silence).at("2026-03-10T10:00").views("a");

    assertThat(silent.until("2026-03-20T00:00").decisions()).isEmpty();
  }

  @Test
  void orSpeaksToThemWithinTheHour() {
    RuleHistory silence = history(SILENCE);
    String shorter = SILENCE_TWO.replace(">= 3", ">= 1").replace("{id", "{existing: fire, id");
    silence.add(rule("d", 2, Status.ACTIVE, shorter), millis("2026-03-12T00:00"));

    Heard heard = Story.under(silence).at("2026-03-10T10:00").views("a").until("2026-03-20T00:00");

    assertThat(heard.sends("d")).singleElement().asString().startsWith("2026-03-12T00:");
  }

  @Test
  void aSilenceThatIsPublishedAgainBeginsNoSecondRunBesideOneThatIsOpen() {
    String later =
        "{id: d, becomes: activity.idleDays >= 3, after: 1d, %ssend: {channel: push, template: t}}";
    RuleHistory silence = history("rules: [%s]".formatted(later.formatted("")));
    silence.add(
        rule("d", 2, Status.ACTIVE, later.formatted("existing: fire, ")),
        millis("2026-03-13T12:00"));

    Heard heard = Story.under(silence).at("10:00").views("a").until("2026-03-16T00:00");

    assertThat(heard.sends("d")).containsExactly("2026-03-14T10:00");
  }
}
