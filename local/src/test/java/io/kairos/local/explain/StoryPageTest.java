package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.view.Columns;
import io.kairos.local.view.Line;
import io.kairos.wire.OrderType;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryPageTest {
  private static final int WIDTH = 84;

  private final Timeline timeline = new Timeline();

  private List<String> page(String until) {
    Setting setting = Drafts.setting(Drafts.CART_SERIES);
    Story story = new StoryTeller(setting, null).tell(timeline.until(until));
    StoryPage page = new StoryPage(setting.amounts(), WIDTH);
    page.chapters(story.chapters());
    return page.lines().stream().map(Line::text).toList();
  }

  @Test
  void tellsDayByDayWhatHappened() {
    timeline
        .cartAdded("2024-05-01T10:00:00Z", "k1", "lamp", 4200)
        .ordered("2024-05-01T12:00:00Z", OrderType.PLACED, "o1", "lamp", 4200);

    assertThat(page("2024-05-01T12:00:00Z"))
        .filteredOn(line -> !line.contains("id "))
        .containsExactly(
            "",
            "Wed 1 May 2024",
            "  10:00:00  cart.added          lamp, 1 in the cart, 42.00 EUR",
            "            + cart-series of k1 begins; reminder due 11:00:00, coupon due Thu 2",
            "              May 10:00:00",
            "  11:00:00  x cart-series/reminder of k1 does not go out: the gate when stops it",
            "                cart.value 42.00, needs >= 50.00: 8.00 short",
            "  12:00:00  order.placed        o1, 1 item, 42.00 EUR",
            "            - cart-series of k1 ends without coupon: stopped by order.placed");
  }

  @Test
  void foldsEventsOfWhichNothingCame() {
    timeline
        .view("2024-05-01T10:00:00Z")
        .view("2024-05-01T10:01:00Z")
        .search("2024-05-01T10:02:00Z", "lamp")
        .view("2024-05-01T10:03:00Z")
        .view("2024-05-02T09:00:00Z");

    assertThat(page("2024-05-02T09:00:00Z"))
        .containsExactly(
            "",
            "Wed 1 May 2024",
            "  10:00:00  4 events until 10:03:00: 3 view, 1 search",
            "",
            "Thu 2 May 2024",
            "  09:00:00  view                phone-7");
  }

  @Test
  void endsOfSeveralStepsAreOneSentence() {
    timeline
        .cartAdded("2024-05-01T10:00:00Z", "k1", "lamp", 4200)
        .ordered("2024-05-01T10:30:00Z", OrderType.PLACED, "o1", "lamp", 4200);

    assertThat(page("2024-05-01T12:00:00Z"))
        .filteredOn(line -> line.contains(" - "))
        .singleElement()
        .asString()
        .contains("ends without reminder, coupon: stopped");
  }

  @Test
  void noLineIsWiderThanThePage() {
    timeline
        .cartAdded("2024-05-01T10:00:00Z", "k".repeat(40), "lamp".repeat(40), 4200)
        .search("2024-05-01T10:20:00Z", "灯".repeat(60));

    assertThat(page("2024-05-03T12:00:00Z"))
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(WIDTH));
  }
}
