package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.profile.Calendar;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A customer's date begins at an instant at which something else happens as well. */
class DateAtOneInstantStoryTest {
  private static final RuleSet RULES =
      RuleFile.parse(
          """
          rules:
            - id: sale
              every: 2026-03-17
              send: {channel: push, template: sale}
          stages: [{id: active}]
          segments: [{id: seen, when: activity.daysIn7 >= 1}]
          tiers: [{id: gold, monthlyAverage: 100, orders: 1}]
          """,
          "CNY");

  /** One whose days turn within the hour in which dates begin. */
  private static final String EARLY =
      IntStream.range(0, 1000)
          .mapToObj(i -> "u" + i)
          .filter(name -> Calendar.spreadOf(name) < 60 * 60 * 1000)
          .findFirst()
          .orElseThrow();

  private final Story story = Story.of(EARLY, RULES);
  private final String begins =
      LocalDateTime.ofInstant(
              Instant.ofEpochMilli(
                  Story.SHOP.startOfDay(Story.SHOP.dayOf(at("2026-03-17T12:00")))
                      + Calendar.spreadOf(EARLY)),
              Story.SHOP.zone())
          .toString();

  private static long at(String time) {
    return LocalDateTime.parse(time).atZone(Story.SHOP.zone()).toInstant().toEpochMilli();
  }

  @Test
  void aSegmentIsLeftAtThatInstant() {
    Heard heard = story.at("2026-03-10T10:00").views("tea").until("2026-03-18T00:00");

    assertThat(heard.state().standing().segments()).isEmpty();
    assertThat(heard.state().standing().left()).hasSize(1);
    assertThat(heard.sends("sale")).containsExactly(begins);
  }

  @Test
  void anEventComesAtThatInstant() {
    story.at("2026-03-10T10:00").views("tea").at(begins).views("milk");

    assertThat(story.until("2026-03-18T00:00").sends("sale")).containsExactly(begins);
  }
}
