package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten rules that must read as they stand, and work. Those that the default file has, too, have
 * their stories there.
 */
class TenRulesStoryTest {
  private static final String TERMS =
      """
      segments: [{id: student, when: customer.occupation == 'student'}]
      tables: {goes-with: {phone: phone-case}}
      tiers:
        - {id: gold, monthlyAverage: 2000, orders: 3}
        - {id: platinum, monthlyAverage: 5000, orders: 5}
        - {id: diamond, monthlyAverage: 10000, orders: 10}
      """;
  private static final RuleSet RULES = RuleFile.parse(TERMS + text(), "CNY");

  @Test
  void theCartSeriesRunsPlainOrInTheEveningAndLeavesSomeAlone() {
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Heard heard =
          Story.of("u" + i, RULES).at("10:00").adds("tea", 1, 60_00).until("2026-03-16T00:00");
      boolean heldOut = heard.fates("cart-abandon").get(0) == Fate.HELD_OUT;
      assertThat(heard.sends("cart-abandon")).hasSize(heldOut ? 0 : 3);
      ways.add(heldOut ? "none" : heard.sends("cart-abandon").get(0));
    }

    assertThat(ways).containsOnly("none", "2026-03-10T11:00", "2026-03-10T20:00");
    assertThat(ways.stream().filter("none"::equals).count()).isBetween(5L, 40L);
    assertThat(ways.stream().filter("2026-03-10T20:00"::equals).count()).isBetween(150L, 240L);
  }

  @Test
  void backToSchoolSpeaksOnSundayEveningsOfItsTimeToStudentsWhoLike() {
    Heard heard =
        student().at("2027-08-01T10:00").views("pen", "stationery").until("2027-09-30T00:00");

    assertThat(heard.sends("back-to-school"))
        .containsExactly("2027-08-15T19:00", "2027-08-29T19:00");
    assertThat(heard.fates("back-to-school")).contains(Fate.AGAIN);
  }

  @Test
  void studentsWhoWaitForAPriceAreTakenOnPayday() {
    Heard heard = studentWhoViewed(3, 2);

    assertThat(heard.number("spending.priceSensitivity")).isEqualTo(0.6);
    assertThat(heard.sends("student-payday"))
        .containsExactly("2026-03-15T12:00", "2026-04-15T12:00");
    assertThat(heard.fates("student-payday"))
        .as("the last two by who was idle for more than 60 days")
        .containsExactly(Fate.SENT, Fate.SENT, Fate.CONDITION, Fate.CONDITION);
  }

  @Test
  void studentsWhoDoNotWaitForAPriceAreLeftAloneOnPayday() {
    Heard heard = studentWhoViewed(2, 3);

    assertThat(heard.number("spending.priceSensitivity")).isEqualTo(0.4);
    assertThat(heard.fates("student-payday")).hasSize(4).containsOnly(Fate.CONDITION);
  }

  /** On 1 March so many items at half their price, and so many others. */
  private static Heard studentWhoViewed(int reduced, int others) {
    Story story = student().at("2026-03-01T10:00");
    for (int item = 0; item < reduced + others; item++) {
      Price price = new Price(50_00, item < reduced ? 100_00 : 50_00, null);
      story.clicks(EventName.VIEW, Item.of("i" + item), price, Click.Content.NONE);
    }
    return story.until("2026-06-30T00:00");
  }

  @Test
  void eachOfThemSpeaks() {
    assertThat(IntStream.range(0, 40).mapToObj(this::life).flatMap(List::stream).distinct())
        .contains("cart-abandon", "unpaid-order", "search-streak", "vip-upgrade", "win-back")
        .contains("birthday", "cross-sell", "first-order-gift");
  }

  /** The rules that spoke to a customer who does everything. */
  private List<String> life(int number) {
    Story story = Story.of("c" + number, RULES).at("2026-01-10T10:00").allows("sms");
    story.tells(new Details(null, null, "student", null, null, new Birth(2001, 5, 20)));
    for (int day = 12; day <= 14; day++) {
      story.at("2026-01-%dT19:30".formatted(day)).searches("red shoes");
    }
    var phone = Story.line("p1", "phone.android", 8_000_00);
    for (int order = 0; order < 4; order++) {
      story
          .at("2026-02-0%dT10:00".formatted(order + 1))
          .adds("tea", 1, 60_00)
          .later(Duration.ofHours(3));
      String id = "o" + order;
      story.orders(EventName.ORDER_PLACED, id, 8_000_00, null, phone).later(Duration.ofHours(1));
      story.orders(EventName.ORDER_PAID, id, 8_000_00, null, phone).later(Duration.ofHours(1));
      story.orders(EventName.ORDER_DELIVERED, id, 8_000_00, null, phone);
    }
    return story.until("2028-01-01T00:00").triggers().stream()
        .map(trigger -> trigger.reference().rule())
        .distinct()
        .toList();
  }

  private static Story student() {
    return Story.under(RULES)
        .at("2026-03-01T09:00")
        .tells(new Details(null, null, "student", null, null, Birth.UNKNOWN));
  }

  private static String text() {
    try (InputStream in = TenRulesStoryTest.class.getResourceAsStream("/rules/ten-rules.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
