package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class FocusTest {
  private static final String TWO_RULES =
      Drafts.CART_SERIES
          + """
            - id: silence
              version: 1
              becomes: activity.idleDays >= 10
              send: {channel: sms, template: miss-you}
          """;

  private final Timeline timeline =
      new Timeline()
          .view("2024-05-01T08:00:00Z")
          .cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900)
          .search("2024-05-01T10:10:00Z", "case")
          .view("2024-05-04T08:00:00Z")
          .cartAdded("2024-05-05T10:00:00Z", "k2", "lamp", 4200);

  private final Story story =
      new StoryTeller(Drafts.setting(TWO_RULES), null).tell(timeline.until("2024-05-20T00:00:00Z"));

  private static List<String> events(Story shown) {
    return shown.chapters().stream()
        .flatMap(chapter -> chapter.events().stream())
        .map(Event::eventId)
        .toList();
  }

  @Test
  void aRunHasTheEventsFromItsBeginningToItsEnd() {
    RunName run = story.all(Happening.Began.class).findFirst().orElseThrow().run();

    Story shown = Focus.on(run).of(story);

    assertThat(events(shown)).containsExactly("cart-1", "click-2");
    assertThat(shown.all(Happening.Sent.class)).hasSize(2);
  }

  @Test
  void aRuleHasAllItsRunsAndNoOther() {
    Story shown = Focus.on("cart-series").of(story);

    assertThat(events(shown)).containsExactly("cart-1", "click-2", "cart-4");
    assertThat(shown.chapters().stream().flatMap(c -> c.happenings().stream()))
        .filteredOn(happening -> happening.run() != null)
        .extracting(happening -> happening.run().rule())
        .containsOnly("cart-series");
  }

  @Test
  void whatTimeAloneBeganHasTheEventsBefore() {
    Story shown = Focus.on("silence").of(story);

    assertThat(events(shown)).containsExactly("click-2", "click-3", "cart-4");
    assertThat(shown.all(Happening.Sent.class)).hasSize(1);
  }

  @Test
  void nothingIsShownBeforeItsFirstInstant() {
    Story shown = Focus.ALL.from(Timeline.millis("2024-05-04T08:00:00Z")).of(story);

    assertThat(events(shown)).containsExactly("click-3", "cart-4");
  }
}
