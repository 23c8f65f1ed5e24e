package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a story gives, and what the engine makes of it. */
final class GivenTest {
  private static final List<String> NOTHING_ELSE = List.of("nothing else");

  private static List<Event> events(String... given) {
    return results(given).story().given().stream().map(Given::event).toList();
  }

  private static StoryResult results(String... given) {
    return Told.results(Told.story(List.of(given), NOTHING_ELSE)).get(0).stories().get(0);
  }

  @ParameterizedTest
  @MethodSource("io.kairos.local.stories.EventKind#labels")
  void canBeEveryEventOfTheTopics(String label) {
    String line = "2026-03-10 10:00 %s: {%s}".formatted(label, needed(label));
    assertThat(events(line)).extracting(Event::name).containsExactly(EventName.of(label));
  }

  private static String needed(String label) {
    if (label.startsWith("order.")) {
      return "orderId: o1";
    }
    return label.startsWith("cart.") ? "item: shoes" : "";
  }

  @Test
  void aCustomEventCanBeNamedInItsLine() {
    assertThat(events("2026-03-10 10:00 custom.spin").get(0).toString()).contains("spin");
  }

  @Test
  void amountsAreInTheMajorUnitAndTimesAreOfTheStory() {
    Event placed =
        events("2026-03-10 10:00 order.placed: {orderId: o1, total: 42.50, placedAt: 10:00}")
            .get(0);
    assertThat(placed.amounts().most()).isEqualTo(4250);
  }

  @Test
  void aLaterLineOfAnOrderSaysOnlyWhatHasChanged() {
    List<Event> events =
        events(
            "2026-03-10 10:00 order.placed: {orderId: o1, lines: [{item: a, unitPrice: 20, quantity: 2}]}",
            "10:10 order.paid: {orderId: o1}",
            "10:20 order.refunded: {orderId: o1, refundId: r1, refundAmount: 5}",
            "10:30 order.refunded: {orderId: o1, refundId: r2}");
    assertThat(events).extracting(event -> event.amounts().most()).containsOnly(4000L);
    assertThat(results("2026-03-10 10:00 order.paid: {orderId: o1, total: 900}").outcome().sends())
        .hasSize(1);
  }

  @Test
  void anEventCanArriveLate() {
    Event late = events("2026-03-10 10:00 view arriving 12:00").get(0);
    assertThat(late.late()).isTrue();
    assertThat(late.positionMillis() - late.timeMillis()).isEqualTo(2 * 60 * 60 * 1000);
  }

  @Test
  void linesOfOneInstantKeepTheirOrder() {
    String at = "2026-03-10 10:00 ";
    String[] lines = new String[12];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = at + "cart.added: {item: i" + i + "}";
    }
    List<Event> events = events(lines);
    for (int i = 0; i < lines.length; i++) {
      assertThat(events.get(i).toString()).contains("id=i" + i + ",");
    }
  }

  @Test
  void whatIsSaidOfTheCustomerComesBeforeTheFirstEvent() {
    String story =
        """
        stories:
          - story: a customer
            customer: {id: anna, consent: {push: no}, birthDate: 1990-05-17, timeZone: Asia/Tokyo}
            given: [2026-03-10 10:00 like]
            expect: [10:10 stopped by no-consent from series/soon]
        """;
    StoryResult result = Told.results(story).get(0).stories().get(0);
    assertThat(result.failures()).isEmpty();
    assertThat(result.story().given())
        .extracting(given -> given.event().name())
        .containsExactly(EventName.UPDATED, EventName.LIKE);
    assertThat(result.story().given().get(0).event().customerId()).isEqualTo("anna");
    assertThat(result.story().times().zone().getId()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void aCustomerCanHaveRegisteredLongBefore() {
    String story =
        """
        stories:
          - story: a customer
            customer: {registered: 2025-01-01 10:00}
            given: [2026-03-10 10:00 like]
            expect: [10:10 push liked from series]
        """;
    StoryResult result = Told.results(story).get(0).stories().get(0);
    assertThat(result.failures()).isEmpty();
    assertThat(result.story().given())
        .extracting(given -> given.event().name())
        .containsExactly(EventName.REGISTERED, EventName.LIKE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-10 10:00 viw|8:26: there is no event 'viw', did you mean 'view'?",
        "2026-03-10 10:00 tier.raised|8:26: 'tier.raised' is on no topic",
        "2026-03-10 10:00 view: {itm: a}|8:33: there is no field 'itm', did you mean 'item'?",
        "2026-03-10 10:00 view: {price: 1.234}|8:40: '1.234' is no amount of CNY",
        "2026-03-10 10:00 view: {price: much}|8:40: 'much' is no amount",
        "2026-03-10 10:00 view: {time: 1}|8:33: the line says the time",
        "2026-03-10 10:00 view {item: a}|8:31: fields stand behind a colon",
        "2026-03-10 10:00 view: shoes|8:32: fields belong behind the colon",
        "2026-03-10 10:00 view now|8:31: 'now' is too much here",
        "2026-03-10 10:00 view arriving 09:00|8:40: 09:00 is before the line above",
        "2026-03-10 10:00 cart.added: {price: 2}|8:9: Kairos would refuse this event: MISSING_ITEM_ID",
        "2026-03-10 10:00 order.paid|8:9: Kairos would refuse this event: MISSING_ORDER_ID",
        "2026-03-10 10:00 like: {price: -1}|8:9: Kairos would refuse this event: NEGATIVE_MONEY",
        "2026-03-10 10:00 updated: {birthDate: may}|8:47: 'may' is no date of birth",
        "2026-03-10 10:00 updated: {consent: {sms: maybe}}|8:51: 'maybe' is neither yes nor no",
        "2026-03-10 10:00 view: {item: a, item: b}|8:42: 'item' stands here twice",
        "2026-03-10 10:00 cart.added {item: a, price: 2}|8:52: a colon too many for YAML"
      })
  void aWrongLineIsPointedAt(String line, String complaint) {
    String story =
        """
        # line 1



        stories:
          - story: a story
            given:
              - %s
            expect: [nothing]
        """
            .formatted(line);
    assertThat(Told.complaint(story)).startsWith("s.yaml:" + complaint);
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithTheLineAndAMark() {
    String complaint =
        Told.complaint(
            Told.story(
                List.of("2026-03-10 10:00 viw", "10:05 like"),
                List.of("10:15 nothing frm series")));
    assertThat(complaint)
        .contains("s.yaml:4:26: there is no event 'viw'")
        .contains("      - 2026-03-10 10:00 viw\n" + " ".repeat(29) + "^")
        .contains("s.yaml:7:23: 'frm series' is too much here");
  }

  @Test
  void whatTheEngineDoesNotApplyFailsTheStory() {
    assertThat(
            Told.of(
                List.of("2026-03-10 10:00 view: {eventId: same}", "10:05 view: {eventId: same}"),
                NOTHING_ELSE))
        .contains("expected  2026-03-10 10:05  view {eventId: same}")
        .contains("but       Kairos does not apply this event: DUPLICATE");
  }
}
