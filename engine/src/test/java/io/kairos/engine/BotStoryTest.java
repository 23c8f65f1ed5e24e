package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids whose events come too fast for a person: counted on, but spoken to no more. */
class BotStoryTest {

  @ParameterizedTest
  @CsvSource({"299, false", "300, false", "301, true"})
  void moreThan300EventsInAMinuteAreNoPersons(int events, boolean bot) {
    Story story = Story.of("u1").at("10:00");
    for (int i = 0; i < events; i++) {
      story.views("tea").later(Duration.ofMillis(100));
    }

    assertThat(story.soFar().facts().profile().behaviour().rate().isBot(now("10:01")))
        .isEqualTo(bot);
  }

  @ParameterizedTest
  @CsvSource({"2999, false", "3000, false", "3001, true"})
  void moreThan3000EventsInAnHourAreNoPersons(int events, boolean bot) {
    Story story = Story.of("u1").at("10:00");
    for (int i = 0; i < events; i++) {
      story.views("tea").later(Duration.ofMillis(1_100));
    }

    assertThat(story.until("10:59").facts().profile().behaviour().rate().isBot(now("11:00")))
        .isEqualTo(bot);
  }

  @Test
  void aBotGetsNoMessageButIsCountedOn() {
    Story story = flood(400).adds("tea", 1, 100_00);

    Heard heard = story.until("23:00");

    assertThat(heard.sends("cart-abandon")).isEmpty();
    assertThat(heard.fates("cart-abandon")).containsExactly(Fate.BOT);
    assertThat(heard.state().profile().counts().events()).isEqualTo(401);
  }

  @Test
  void aWeekAfterTheLastExcessItIsAPersonAgain() {
    Story story = flood(400).at("2026-03-17T10:01").adds("tea", 1, 100_00);

    assertThat(story.until("2026-03-17T23:00").sends("cart-abandon")).hasSize(1);
  }

  @Test
  void manyEventsTakeNoMoreRoomThanFew() {
    Story story = flood(20_000);

    assertThat(story.soFar().state().toBytes()).hasSizeLessThan(600);
  }

  private static Story flood(int events) {
    Story story = Story.of("u1").at("10:00");
    for (int i = 0; i < events; i++) {
      story.views("tea").later(Duration.ofMillis(1));
    }
    return story;
  }

  private static long now(String time) {
    return Story.millis(LocalDateTime.parse("2026-03-10T" + time));
  }
}
