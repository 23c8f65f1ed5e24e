package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.OrderStatus.Saving;
import io.kairos.engine.event.Price;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features by their values, reckoned by hand as the page says. */
class FeatureValueStoryTest {
  private static final Item LAMP = new Item("lamp", "home", "acme");
  private static final Item TEA = new Item("tea", "food", "lumi");
  private static final Item COAT = new Item("coat", "clothes", "zora");
  private static final Price REDUCED = new Price(80_00, 100_00, null);
  private static final Price FULL = new Price(20_00, 20_00, null);
  private static final String BRANDS = "tables: {brand-tiers: {acme: premium, lumi: value}}";

  @ParameterizedTest
  @CsvSource({
    "customer.registeredDays, 48",
    // 9 + 15 + 12 + 0 + 4 + 2 + 0 minutes in seven sessions
    "activity.sessions, 7",
    "activity.sessionMinutes, 6",
    // half a minute, and of two days one
    "activity.dwellMinutes, 1440.5",
    // two of five; the one in February counts here
    "activity.reducedViewShare, 0.4",
    // a share and a review to four views; the view and the like in February do not count
    "activity.interactionRate, 0.5",
    // 500 at a discount and 250 with a coupon, of 1000
    "spending.reducedShare, 0.75",
    "spending.priceSensitivity, 0.575",
    "search.categoryStreakDays, 3",
  })
  void aNumberIsWhatItIsOnPaper(String feature, double value) {
    assertThat(life().number(feature)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    // in February acme weighed 3, which has faded: 0.6 + 0.9 to lumi's 0.9 + 2
    "interests.brandTier, value",
    // not in the table
    "interests.topBrand, zora",
    "orders.pattern, low-frequency-low-value",
    "orders.rhythm, weekly",
    "search.streakCategory, shoes",
  })
  void aTextIsWhatItIsOnPaper(String feature, String value) {
    assertThat(life().text(feature)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "customer.registeredDays, NaN",
    "activity.sessionMinutes, NaN",
    "activity.dwellMinutes, 0",
    "activity.reducedViewShare, NaN",
    "activity.interactionRate, NaN",
    "spending.reducedShare, NaN",
    "spending.priceSensitivity, NaN",
  })
  void aNumberOfOneWhoDidNothingIsNotKnown(String feature, Double value) {
    assertThat(nobody().number(feature)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "interests.brandTier,",
    "orders.pattern,",
    "orders.rhythm, none",
    "search.streakCategory,",
  })
  void aTextOfOneWhoDidNothingIsNotKnown(String feature, String value) {
    assertThat(nobody().text(feature)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 499.99, low-frequency-low-value",
    "6, 499.99, high-frequency-low-value",
    "7, 500, high-frequency-high-value",
    "5, 500, low-frequency-high-value",
  })
  void thePatternIsByOrdersAndTheirMeanValue(int orders, double each, String pattern) {
    Story story = Story.of("u1").at("10:00");
    for (int order = 0; order < orders; order++) {
      story.pays("o" + order, Math.round(each * 100));
    }

    assertThat(story.until("11:00").text("orders.pattern")).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "0, once",
    "0 2, daily",
    "0 1 4, daily",
    "0 1 5, weekly",
    "0 10, weekly",
    "0 11, monthly",
    "0 45, monthly",
    "0 46, occasional",
  })
  void theRhythmIsByTheMeanGapBetweenPurchaseDays(String days, String rhythm) {
    Story story = Story.of("u1");
    for (String day : days.split(" ")) {
      story.at(LocalDate.of(2026, 3, 1).plusDays(Long.parseLong(day)) + "T10:00");
      story.pays("o" + day, 10_00);
    }

    assertThat(story.until("2026-05-01T00:00").text("orders.rhythm")).isEqualTo(rhythm);
  }

  private static Heard life() {
    Story story = Story.under(BRANDS).at("2026-02-01T10:00").registers();
    views(story, LAMP, REDUCED, 30_000).at("10:09");
    story.clicks(EventName.LIKE, LAMP, Price.UNKNOWN, Click.Content.NONE);
    views(story.at("2026-03-02T20:00"), LAMP, REDUCED, 2 * 24 * 3_600_000L);
    views(story.at("20:10"), TEA, FULL, 0).at("20:14").reviews(5);
    story.at("20:15").clicks(EventName.SHARE, TEA, Price.UNKNOWN, Click.Content.NONE);
    views(story.at("2026-03-05T20:00"), TEA, FULL, 0);
    views(story.at("20:06"), TEA, FULL, 0);
    pays(story.at("20:12"), "o1", 500_00, new Saving(50_00, false));
    pays(story.at("2026-03-12T20:00"), "o2", 250_00, Saving.NONE);
    pays(story.at("2026-03-19T20:00"), "o3", 250_00, new Saving(0, true));
    searches(story.at("20:04"), "red shoes", "shoes");
    searches(story.at("2026-03-20T20:00"), "boots", "shoes");
    searches(story.at("20:02"), "purse", "bags");
    searches(story.at("2026-03-21T20:00"), "blue shoes", "shoes");
    return story.until("2026-03-22T08:00");
  }

  private static Heard nobody() {
    Details details = new Details(null, null, "student", null, null, Birth.UNKNOWN);
    return Story.under(BRANDS).at("10:00").tells(details).until("11:00");
  }

  private static Story views(Story story, Item item, Price price, long dwellMillis) {
    var content = new Click.Content(null, null, null, dwellMillis);
    return story.clicks(EventName.VIEW, item, price, content);
  }

  private static void searches(Story story, String query, String category) {
    var content = new Click.Content(null, null, query, 0);
    story.clicks(EventName.SEARCH, new Item(null, category, null), Price.UNKNOWN, content);
  }

  private static void pays(Story story, String order, long totalMinor, Saving saving) {
    Price price = new Price(totalMinor, 0, null);
    List<OrderLine> lines = List.of(new OrderLine(COAT, 1, price, 0));
    var money =
        new OrderStatus.Money(totalMinor, saving, OrderStatus.Refund.NONE, AmountRange.NONE, null);
    story.orders(EventName.ORDER_PAID, order, lines, money);
  }
}
