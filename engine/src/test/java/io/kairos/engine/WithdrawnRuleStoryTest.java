package io.kairos.engine;

import static io.kairos.engine.Declarations.history;
import static io.kairos.engine.Declarations.millis;
import static io.kairos.engine.Declarations.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Declaration.Kind;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that is withdrawn stands in nobody's way. */
class WithdrawnRuleStoryTest {
  private static final String BASE =
      """
      segments: [{id: lookers, when: activity.viewsIn30Days >= 1}]
      tables: {t: {a: b}}
      delivery: {channels: [push, sms]}
      rules:
        - {id: other, event: like, send: {channel: push, template: t}}
        - {id: r, event: view, after: 3h, when: "segment('lookers') && lookup('t', 'a') == 'b'",
           send: {channel: sms, template: t}}
      """;
  private static final String SEND = "send: {channel: push, template: t}";

  private final RuleHistory rules = history(BASE);

  @Test
  void whatOnlyItAsksForCanGo() {
    List<Declaration> gone =
        List.of(
            declared(Kind.SEGMENT, "segments", "[]"),
            declared(Kind.POLICY, "delivery", "{channels: [push]}"));

    assertThat(gone).allSatisfy(one -> assertRefused("11:00", one));

    change("12:00", rule("r", 2, Status.WITHDRAWN, ""));
    gone.forEach(one -> change("13:00", one));

    assertThat(rules.at(millis("14:00")).set().segments().segments()).isEmpty();
    assertThat(rules.at(millis("14:00")).set().policy().audience().channels())
        .containsExactly("push");
    assertThat(rules.at(millis("14:00")).set().rule("r").life().status())
        .isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void itsRunsEndThoughWhatTheyAskForIsGone() {
    change("12:00", rule("r", 2, Status.WITHDRAWN, ""));
    change("12:00", declared(Kind.SEGMENT, "segments", "[]"));

    Heard heard = Story.under(rules).at("11:30").views("a").until("20:00");

    assertThat(heard.fates("r")).containsExactly(Fate.WITHDRAWN);
  }

  @Test
  void comesBackOnlyBesideWhatItAsksFor() {
    change("12:00", rule("r", 2, Status.WITHDRAWN, ""));
    change("13:00", declared(Kind.SEGMENT, "segments", "[]"));
    change("14:00", rule("r", 3, Status.WITHDRAWN, ""));

    assertThatThrownBy(() -> change("15:00", rule("r", 4, Status.ACTIVE, "")))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("no segment is called 'lookers'");

    change("15:00", new Declaration(Kind.SEGMENT, "segments", 2, Status.WITHDRAWN, "", never()));
    change("15:00", rule("r", 4, Status.ACTIVE, ""));

    assertThat(Story.under(rules).at("16:00").views("a").until("20:00").fates("r"))
        .containsExactly(Fate.NO_CONSENT);
  }

  @Test
  void isTheSameInWhateverOrderLaterChangesComeToBeKnown() {
    Declaration withdrawal = rule("r", 2, Status.WITHDRAWN, "");
    Declaration segments = declared(Kind.SEGMENT, "segments", "[]");
    Declaration table = declared(Kind.TABLE, "t", "{a: c}");
    RuleHistory other = history(BASE);
    change("12:00", withdrawal);
    change("14:00", segments);
    change("13:00", table);
    other.add(table, millis("13:00"));
    other.add(withdrawal, millis("12:00"));
    other.add(segments, millis("14:00"));

    for (String until : new String[] {"11:00", "12:30", "13:30", "20:00"}) {
      assertThat(told(rules, until)).isEqualTo(told(other, until));
    }
    assertThat(other.editions()).hasSameSizeAs(rules.editions());
  }

  private static String told(RuleHistory rules, String until) {
    Heard heard = Story.under(rules).at("10:00").views("a").at("11:30").views("b").until(until);
    return heard.decisions() + HexFormat.of().formatHex(heard.state().toBytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "becomes: cart.count > %d",
        "event: view, following: {event: like, within: %dh}",
      })
  void leavesItsPlaceToAnother(String start) {
    RuleHistory full =
        history(
            "rules:\n"
                + IntStream.rangeClosed(1, 32)
                    .mapToObj(i -> "- " + body("r" + i, start.formatted(i)))
                    .collect(Collectors.joining("\n")));
    Declaration more = rule("more", 1, Status.ACTIVE, body("more", start.formatted(40)));

    assertThatThrownBy(() -> full.add(more, millis("12:00")))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("at most 32");

    full.add(rule("r7", 2, Status.WITHDRAWN, ""), millis("12:00"));
    full.add(more, millis("13:00"));

    assertThatThrownBy(() -> full.add(rule("r7", 3, Status.ACTIVE, ""), millis("14:00")))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("at most 32");
  }

  @Test
  void whatItHasHeardMakesRoomForWhatOthersHear() {
    String likes = "event: view, following: {event: like, within: 24h}";
    String searches = "event: view, following: {event: search, within: 1m}";
    RuleHistory full =
        history(
            "rules:\n- "
                + body("r00", likes)
                + IntStream.rangeClosed(1, 30)
                    .mapToObj("r%02d"::formatted)
                    .map(id -> "\n- " + body(id, searches))
                    .collect(Collectors.joining())
                + "\n- "
                + body("r31", likes));
    full.add(rule("r31", 2, Status.WITHDRAWN, ""), millis("11:00"));
    full.add(rule("r32", 1, Status.ACTIVE, body("r32", searches)), millis("12:00"));

    Heard heard =
        Story.under(full)
            .at("10:00")
            .clicks(EventName.LIKE, Item.of("a"), Price.UNKNOWN, Click.Content.NONE)
            .at("13:00")
            .searches("tea")
            .at("14:00")
            .views("a")
            .until("20:00");

    assertThat(heard.sends("r00")).containsExactly("2026-03-10T14:00");
  }

  private static String body(String id, String start) {
    return "{id: " + id + ", " + start + ", " + SEND + "}";
  }

  private static Declaration declared(Kind kind, String id, String body) {
    return new Declaration(kind, id, 1, Status.ACTIVE, body, never());
  }

  private static long never() {
    return Long.MAX_VALUE;
  }

  private void assertRefused(String at, Declaration declaration) {
    assertThatThrownBy(() -> change(at, declaration)).isInstanceOf(RuleFileException.class);
  }

  private void change(String at, Declaration declaration) {
    rules.add(declaration, millis(at));
  }
}
