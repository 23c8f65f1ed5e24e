package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a story expects, where it comes true and where it does not. */
final class ExpectTest {
  private static final List<String> CART =
      List.of("2026-03-10 10:00 cart.added: {item: a, price: 60}");

  private static String cart(String... expect) {
    return Told.of(CART, List.of(expect));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11:00 push reminder from cart",
        "+1h push reminder from cart",
        "2026-03-10 11:00:00 push reminder from cart",
        "push reminder from cart",
        "push reminder from cart at 11:00",
        "between 10:30 and 11:00 push reminder from cart",
        "11:00 push reminder from cart: {offer: ten-off, amount: 60, data: {worth: 60.00}}",
        "11:00 push reminder from cart: {data.worth: 60, items: [a], variant: null}",
        "11:00 push reminder from cart: {evidence: {cart.value: 60}, validUntil: +24h}",
        "10:59 nothing",
        "until 10:59 nothing from cart",
        "between 11:01 and 12:00 nothing",
        "nothing from series",
        "nothing from series/later"
      })
  void comesTrue(String line) {
    assertThat(cart(line)).contains("✓ a story").endsWith("1 story came out as expected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11:30 push reminder from cart|2026-03-10 11:00  push reminder from cart, 30 min earlier",
        "10:59:59 push reminder from cart|2026-03-10 11:00  push reminder from cart, 1 s later",
        "11:00 sms reminder from cart|2026-03-10 11:00  push reminder from cart",
        "11:00 push reminder from cart: {offer: x}|from cart: offer is ten-off",
        "11:00 push reminder from cart: {offer: null}|from cart: offer is ten-off",
        "11:00 push reminder from cart: {validUntil: +23h}|validUntil is 2026-03-11 11:00",
        "11:00 cancel of cart|2026-03-10 11:00  push reminder from cart",
        "stopped by when from cart|2026-03-10 11:00  push reminder from cart",
        "push liked from series/soon|nothing: series/soon never began",
        "11:00 nothing|2026-03-10 11:00  push reminder from cart",
        "until 11:00 nothing|2026-03-10 11:00  push reminder from cart",
        "nothing from cart|2026-03-10 11:00  push reminder from cart",
        "nothing else|2026-03-10 11:00  push reminder from cart"
      })
  void saysWhatCameInstead(String line, String instead) {
    assertThat(cart(line))
        .contains("✗ a story", "s.yaml:6:9", instead)
        .endsWith("1 story: 0 as expected, 1 failed");
  }

  @Test
  void theFirstLineIsOfTheDayOnWhichTheStoryBegins() {
    List<String> given = List.of(CART.get(0), "14:00 view", "+2d like");
    assertThat(Told.of(given, List.of("11:00 nothing", "14:30 push reminder from cart")))
        .contains("expected  2026-03-10 14:30  push reminder from cart");
    assertThat(
            Told.of(given, List.of("11:00 push reminder from cart", "+10m push liked from series")))
        .contains("✓");
  }

  @Test
  void aConditionThatFailsIsShownWithItsValue() {
    assertThat(
            Told.of(
                List.of("2026-03-10 10:00 cart.added: {item: a, price: 42}"),
                List.of("11:00 push reminder from cart")))
        .contains(
            "but       2026-03-10 11:00  stopped by when from cart: cart.value = 42.00, needs")
        .contains(">= 50");
  }

  @Test
  void aRunThatIsStillOpenIsShown() {
    String story =
        Told.story(List.of("2026-03-10 10:00 like"), List.of("sms still-liked from series/later"))
            + "    until: +1d\n";
    assertThat(String.join("\n", Told.report(story).lines(StoryReport.Detail.VERDICT)))
        .contains("series still waits at the end of the story, since 2026-03-10 10:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:30 stopped by order.placed from cart",
        "10:30 stopped by timing from cart",
        "stopped by STOPPED from cart",
        "stopped by stopped from cart: {value: order.placed, gate: timing}"
      })
  void aStopIsKnownByGateReasonOrEvent(String line) {
    assertThat(Told.of(ordered("10:30"), List.of(line, "nothing else"))).contains("✓");
  }

  @Test
  void aStopForAnotherReasonIsNoneThatWasExpected() {
    assertThat(Told.of(ordered("10:30"), List.of("stopped by consent from cart")))
        .contains("✗")
        .contains("2026-03-10 10:30  stopped by timing from cart: STOPPED (order.placed)");
  }

  @Test
  void aCancellationIsExpectedOrElseTooMuch() {
    List<String> late = ordered("10:55 arriving 11:20");
    String sent = "11:00 push reminder from cart";
    assertThat(Told.of(late, List.of(sent, "11:20 cancel of cart: {cancelReason: LATE_EVENT}")))
        .contains("✓");
    assertThat(Told.of(late, List.of(sent, "nothing else")))
        .contains("but       2026-03-10 11:20  cancel of cart (LATE_EVENT)");
    assertThat(Told.of(late, List.of(sent, "cancel of cart at 11:20", "nothing else")))
        .contains("✓");
  }

  private static List<String> ordered(String when) {
    String time = when.substring(0, 5);
    return List.of(
        CART.get(0), time + " order.placed" + when.substring(5) + ": {orderId: o1, total: 60}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11:00 push reminder from crt|6:34: there is no rule 'crt', did you mean 'cart'?",
        "11:00 push reminder from cart/soon|6:34: rule 'cart' has no steps",
        "11:00 push liked from series/sooon|there is no step of 'series' called 'sooon', did you mean",
        "11:00 push from cart|6:15: 'push' is nothing that can be expected",
        "11:00 push reminder|'from' and the rule belong here",
        "1105 push reminder from cart|6:9: '1105' is no time",
        "stopped by consnt from cart|there is no gate, reason or event 'consnt', did you mean",
        "11:00 push reminder from cart: {ofer: x}|there is no field 'ofer', did you mean 'offer'?",
        "nothing: {offer: x}|nothing has no fields",
        "nothing els|'els' is too much here",
        "between 10:00 push reminder from cart|'and' and a second time belong here",
        "11:00|what is expected is missing at the end"
      })
  void aWrongLineIsPointedAt(String line, String complaint) {
    assertThat(Told.complaint(Told.story(CART, List.of(line)))).startsWith("s.yaml:6:");
    assertThat(Told.complaint(Told.story(CART, List.of(line)))).contains(complaint);
  }

  @Test
  void theEndMustNotComeBeforeWhatIsNamed() {
    String story =
        Told.story(CART, List.of("11:00 push reminder from cart")) + "    until: 10:30\n";
    assertThat(Told.complaint(story)).startsWith("s.yaml:7:12: the story ends before the last");
  }
}
