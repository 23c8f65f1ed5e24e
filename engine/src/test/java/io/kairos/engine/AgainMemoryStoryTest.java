package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a rule leaves alone, where there is more to remember than there is room for. */
class AgainMemoryStoryTest {
  private static final String RULES =
      """
      rules:
        - {id: welcome-back, event: login, again: 30d, send: {channel: push, template: t}}
        - id: looked-at
          event: view
          where: event.item != ''
          per: item
          again: 30d
          send: {channel: push, template: t}
      """;

  /** The welcome is the oldest of all, but the only one of its rule. */
  @ParameterizedTest
  @CsvSource({"23, AGAIN", "24, SENT"})
  void beyondTwentyFourTheOldestOfTheRuleThatHasMostIsForgotten(int items, Fate oldest) {
    Story story = Story.under(RULES).at("10:00").logsInAt(Double.NaN, Double.NaN);
    for (int item = 0; item < items; item++) {
      story.at("10:%02d".formatted(10 + item)).views("item-" + item);
    }
    story.at("11:00").views("item-1");
    story.at("11:01").views("item-0");
    story.at("11:02").logsInAt(Double.NaN, Double.NaN);
    Heard heard = story.until("12:00");

    assertThat(heard.sent("looked-at")).hasSize(items + (oldest == Fate.SENT ? 1 : 0));
    assertThat(heard.fates("looked-at")).endsWith(Fate.SENT, Fate.AGAIN, oldest);
    assertThat(heard.fates("welcome-back")).containsExactly(Fate.SENT, Fate.AGAIN);
  }
}
