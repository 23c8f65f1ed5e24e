package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.EventName;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.trigger.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule can start on, follow and be about. */
class GrammarStoryTest {
  private static final String SEND = "send: {channel: push, template: t}";
  private static final String QUIET = "delivery: {quietHours: {push: \"22:00-08:00\"}}\n";

  @Test
  void sixteenWaitsWithNamesAsAShopGivesThemAreOpenAtOnce() {
    Story viewer =
        Story.under(
            """
            rules:
              - id: look-at-it-again
                event: view
                per: item
                after: 1h
                send: {channel: push, template: again, data: {item: event.item}}
            """);
    viewer.at("10:00");
    for (int i = 10; i < 26; i++) {
      viewer.views("item-1000" + i);
    }

    assertThat(viewer.soFar().fates("look-at-it-again")).isEmpty();
    assertThat(viewer.views("item-100026").soFar().fates("look-at-it-again"))
        .containsExactly(Fate.TOO_MANY_RUNS);
  }

  @Test
  void aStartCountsOnlyAfterWhatItFollows() {
    Story story =
        under("event: view", "following: {event: search, within: 2h}", "again: always", SEND);

    story.at("10:00").views("tea").at("11:00").searches("cup").at("12:59:59").views("cup");
    story.at("13:00:01").views("pot");

    assertThat(story.until("2026-03-12T00:00").sends("r")).containsExactly("2026-03-10T12:59:59");
  }

  @Test
  void whatFollowsItselfNeedsAnEarlierOne() {
    Story story =
        under("event: view", "following: {event: view, within: 1h}", "again: always", SEND);

    story.at("10:00").views("a").at("10:30").views("b").at("12:00").views("c");

    assertThat(story.until("13:00").sends("r")).containsExactly("2026-03-10T10:30");
  }

  @Test
  void waitsAheadOfAnInstantThatTheEventNames() {
    Story story = under("event: order.placed", "per: order", "before: 2h of order.payBy", SEND);

    story.at("10:00").orders(EventName.ORDER_PLACED, "o1", 10_00, "2026-03-11T10:00");

    assertThat(story.until("2026-03-12T00:00").sends("r")).containsExactly("2026-03-11T08:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"o1", "0123456789abcdef0123456789abcdef"})
  void namesTheOrderThatItIsAbout(String id) {
    Trigger sent = aboutAnOrder(id);

    assertThat(sent.message().subject().orderId()).isEqualTo(id);
    assertThat(sent.why().reason()).startsWith("Event order.placed of order " + id + ";");
  }

  @Test
  void namesNoOrderWhoseIdIsTooLongToBeKept() {
    String id = "o".repeat(41);
    Trigger sent = aboutAnOrder(id);

    assertThat(sent.message().subject().orderId()).isNull();
    assertThat(sent.why().reason()).startsWith("Event order.placed;");
    assertThat(sent.reference().occasion()).startsWith(Hash.hex128(id) + "@");
  }

  /** The job is stopped and comes back while the run waits. */
  private static Trigger aboutAnOrder(String id) {
    String rules = rule("event: order.placed", "per: order", "after: 1h", SEND);
    Story story = Story.under(rules).at("10:00").places(id, "tea");
    return story.at("10:30").under(rules, "11:00").triggers().get(0);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-10T11:59:59", "2026-03-10T09:00", ","})
  void hasNoTimeWhereTheInstantIsTooNearOrNotNamed(String payBy) {
    Story story = under("event: order.placed", "per: order", "before: 2h of order.payBy", SEND);

    Heard heard =
        story.at("10:00").orders(EventName.ORDER_PLACED, "o1", 10_00, payBy).until("12:00");

    assertThat(heard.fates("r")).containsExactly(Fate.NO_TIME);
    assertThat(heard.state().agenda().open()).isEmpty();
  }

  /** Due at half past seven of the next day, and held until eight and a bit. */
  @ParameterizedTest
  @CsvSource({"2026-03-11T09:30, 2h, SENT", "2026-03-11T08:00, 30m, NO_TIME"})
  void hasNoTimeWhereQuietHoursHoldItUntilTheInstant(String payBy, String ahead, Fate fate) {
    String before = "before: " + ahead + " of order.payBy";
    Story story = Story.under(QUIET + rule("event: order.placed", "per: order", before, SEND));

    story.at("10:00").orders(EventName.ORDER_PLACED, "o1", 10_00, payBy);
    Heard heard = story.until("2026-03-12T00:00");

    assertThat(heard.held()).containsExactly("r");
    assertThat(heard.decisions()).extracting(Decision::fate).containsExactly(fate);
    assertThat(Heard.local(heard.decisions().get(0).atMillis())).startsWith("2026-03-11T08:");
    assertThat(heard.state().agenda().open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"11:59:59.999, NO_TIME", "12:00, NO_TIME", "12:00:00.001, SENT"})
  void hasNoTimeWhereItsTimeOfTheDayIsNotAheadOfTheInstant(String payBy, Fate fate) {
    Story story =
        under(
            "event: order.placed", "per: order", "before: 2h of order.payBy", "at: '12:00'", SEND);

    Heard heard =
        story.at("09:00").orders(EventName.ORDER_PLACED, "o1", 10_00, payBy).until("13:00");

    assertThat(heard.decisions()).extracting(Decision::fate).containsExactly(fate);
    assertThat(Heard.local(heard.decisions().get(0).atMillis())).isEqualTo("2026-03-10T12:00");
  }

  @Test
  void hasNoTimeWhereTheCustomerIsActiveUntilTheInstant() {
    Story story =
        under("event: order.placed", "per: order", "before: 1h of order.payBy", "idle: 2h", SEND);

    story.at("10:00").orders(EventName.ORDER_PLACED, "o1", 10_00, "12:30").at("11:00").views("tea");
    Heard heard = story.until("14:00");

    assertThat(heard.decisions())
        .extracting(Decision::fate, Decision::value, Decision::limit)
        .containsExactly(tuple(Fate.NO_TIME, null, "2026-03-10T04:30:00Z"));
  }

  @Test
  void hasNoTimeAtOnceWhereTheInstantIsTooNearThoughItsTimeOfTheDayIsToCome() {
    Story story =
        under(
            "event: order.placed", "per: order", "before: 2h of order.payBy", "at: '20:00'", SEND);

    Heard heard =
        story.at("10:00").orders(EventName.ORDER_PLACED, "o1", 10_00, "11:00").until("10:00");

    assertThat(heard.fates("r")).containsExactly(Fate.NO_TIME);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 4_102_444_800_000L, Long.MAX_VALUE})
  void takesAnInstantThatCannotBeForNotNamed(long payBy) {
    Story story =
        under(
            "event: order.placed", "per: order", "before: 2h of order.payBy", "at: '20:00'", SEND);

    Heard heard =
        story.at("10:00").orders(EventName.ORDER_PLACED, "o1", 10_00, payBy).until("12:00");

    assertThat(heard.fates("r")).containsExactly(Fate.NO_TIME);
    assertThat(heard.state().agenda().open()).isEmpty();
  }

  @Test
  void hasOneRunAnItem() {
    Story story =
        under("event: cart.added", "per: item", "after: 1h", "unless: order.placed", SEND);

    story.at("10:00").adds("tea", 1, 5_00).adds("milk", 1, 5_00).at("10:30").places("o1", "tea");
    Heard heard = story.until("12:00");

    assertThat(heard.fates("r")).containsExactly(Fate.STOPPED, Fate.SENT);
    assertThat(heard.sent("r").get(0).reference().occasion()).startsWith("milk@");
  }

  @Test
  void hasOneRunACategory() {
    Story story = under("event: view", "per: category", "after: 1h", SEND);

    story.at("10:00").views("a", "books").at("10:10").views("b", "games");
    story.at("10:20").views("c", "books");

    assertThat(story.until("13:00").sends("r"))
        .containsExactly("2026-03-10T11:10", "2026-03-10T11:20");
  }

  @Test
  void becomesForEachQueryOnItsOwn() {
    Story story = under("becomes: search.streakDays >= 2", "per: query", "again: 14d", SEND);

    for (String day : new String[] {"2026-03-10", "2026-03-11"}) {
      story.at(day + "T10:00").searches("red shoes");
    }
    for (String day : new String[] {"2026-03-13", "2026-03-14"}) {
      story.at(day + "T10:00").searches("Blue  Shoes");
    }
    for (String day : new String[] {"2026-03-16", "2026-03-17"}) {
      story.at(day + "T10:00").searches("red shoes");
    }
    Heard heard = story.until("2026-03-20T00:00");

    assertThat(heard.sends("r")).containsExactly("2026-03-11T10:00", "2026-03-14T10:00");
    assertThat(heard.fates("r")).containsExactly(Fate.SENT, Fate.SENT, Fate.AGAIN);
  }

  @Test
  void remembersWhatItNamesOfItsStart() {
    Story story =
        under(
            "event: view",
            "after: 1h",
            "when: event.item == 'tea'",
            "send: {channel: push, template: t, data: {seen: event.item, price: event.price}}");

    Heard heard =
        story
            .at("10:00")
            .clicks(
                EventName.VIEW,
                io.kairos.engine.event.Item.of("tea"),
                new io.kairos.engine.event.Price(12_50, 0, null),
                io.kairos.engine.event.Click.Content.NONE)
            .until("12:00");

    assertThat(heard.sent("r").get(0).message().content().data())
        .containsEntry("seen", "tea")
        .containsEntry("price", "12.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "month on 15  | 2026-03-15T09:00 2026-04-15T09:00",
        "month on last | 2026-03-31T09:00 2026-04-30T09:00",
        "week on SUN  | 2026-03-15T09:00 2026-03-22T09:00",
        "2026-04-05   | 2026-04-05T09:00",
        "birthday     | 2027-02-28T09:00 2028-02-29T09:00",
        "registration-anniversary | 2027-03-10T09:00 2028-03-10T09:00"
      })
  void beginsOnDatesOfTheCustomer(String every, String sends) {
    Story story = under("every: " + every, "at: \"09:00\"", SEND);

    story.at("10:00").registers().tells(born(2, 29));
    Heard heard = story.until("2028-12-31T00:00");

    assertThat(heard.sends("r")).startsWith(sends.split(" "));
  }

  @Test
  void aDateWithoutAnHourIsSpreadOverOne() {
    Story story = under("every: week on SUN", SEND);

    Heard heard = story.at("10:00").views("tea").until("2026-03-16T00:00");

    assertThat(heard.sends("r")).singleElement().asString().startsWith("2026-03-15T00:");
  }

  @Test
  void aDateIsThatOfTheCustomersZone() {
    Story story = under("every: week on SUN", "at: \"09:00\"", SEND);

    story.at("10:00").tells(new Details(null, null, null, null, "Europe/London", Birth.UNKNOWN));

    assertThat(story.until("2026-03-16T00:00").sends("r")).containsExactly("2026-03-15T17:00");
  }

  /** In New York 02:30 of 8 March 2026 never was, and 01:30 of 1 November was twice. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-08, 02:30, 2026-03-08T15:00",
    "2026-11-01, 01:30, 2026-11-01T13:30",
    "2026-03-09, 02:30, 2026-03-09T14:30"
  })
  void aGapOfLocalTimeMeansTheInstantAfterItAndAnOverlapTheEarlier(
      String date, String at, String sent) {
    Story story = under("every: " + date, "at: \"" + at + "\"", SEND);
    story
        .at("2026-03-01T10:00")
        .tells(new Details(null, null, null, null, "America/New_York", Birth.UNKNOWN));

    assertThat(story.until("2026-12-01T00:00").sends("r")).containsExactly(sent);
  }

  @Test
  void aBirthdayThatIsToldOnTheDayAndAfterItIsNextYears() {
    Story story = under("every: birthday", "at: \"09:00\"", SEND);

    story.at("2026-03-10T10:00").tells(born(3, 10));

    assertThat(story.until("2027-12-31T00:00").sends("r")).containsExactly("2027-03-10T09:00");
  }

  @Test
  void aSeriesCanBeginOnADate() {
    Story story =
        under(
            "every: 2026-03-12",
            "steps:",
            "  - {id: a, at: \"09:00\", " + SEND + "}",
            "  - {id: b, after: 2d, at: \"09:00\", " + SEND + "}");

    assertThat(story.at("10:00").views("tea").until("2026-03-20T00:00").sends("r"))
        .containsExactly("2026-03-12T09:00", "2026-03-14T09:00");
  }

  private static Details born(int month, int day) {
    return new Details(null, null, null, null, null, new Birth(2000, month, day));
  }

  private static Story under(String... keys) {
    return Story.under(rule(keys));
  }

  private static String rule(String... keys) {
    return "rules:\n  - id: r\n    " + String.join("\n    ", keys);
  }
}
