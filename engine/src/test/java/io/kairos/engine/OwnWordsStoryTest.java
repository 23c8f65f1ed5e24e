package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import io.kairos.engine.profile.Custom;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Custom events and attributes that the shop declares. */
class OwnWordsStoryTest {
  private static final RuleSet RULES =
      RuleFile.parse(
          """
          events: [wheelSpun]
          attributes: [favouriteTeam, plan]
          stages: [{id: player, when: custom.wheelSpun.count >= 2}, {id: other}]
          segments:
            - {id: fan, when: "attribute.favouriteTeam == 'reds'"}
            - {id: tired, when: custom.wheelSpun.days >= 7}
          """,
          "CNY");
  private final Story story = Story.under(RULES).at("10:00");

  @Test
  void aDeclaredEventIsCountedByName() {
    spins("wheelSpun").at("11:00");
    assertThat(spins("wheelSpun").soFar().stage()).isEqualTo("player");
    assertThat(spins("diceThrown").soFar().facts().profile().custom().events()).hasSize(1);
  }

  @Test
  void itsDaysMoveWithTime() {
    spins("wheelSpun");

    assertThat(story.until("2026-03-17T09:59:59").isIn("tired")).isFalse();
    assertThat(story.until("2026-03-17T10:00").isIn("tired")).isTrue();
  }

  @Test
  void aDeclaredAttributeKeepsItsLastValue() {
    story.withAttributes(Map.of("favouriteTeam", "blues", "secret", "x")).views("tea");
    story.at("10:01").withAttributes(Map.of("favouriteTeam", "reds")).views("tea");

    Heard heard = story.until("11:00");

    assertThat(heard.isIn("fan")).isTrue();
    assertThat(heard.facts().profile().custom().attributes()).hasSize(1);
  }

  @Test
  void aLateEventDoesNotOverwriteAnAttribute() {
    story.withAttributes(Map.of("plan", "gold")).views("tea");
    story.at("09:00").arriving("11:00").withAttributes(Map.of("plan", "free")).views("tea");

    assertThat(story.until("12:00").facts().profile().custom().attribute("plan")).isEqualTo("gold");
  }

  @Test
  void anAttributeIsCutToItsBound() {
    story.withAttributes(Map.of("plan", "x".repeat(100))).views("tea");

    assertThat(story.until("11:00").facts().profile().custom().attribute("plan"))
        .hasSize(Custom.LONGEST_VALUE);
  }

  private Story spins(String name) {
    var content = new Click.Content(name, null, null, 0);
    return story.clicks(EventName.CUSTOM, Item.NONE, Price.UNKNOWN, content);
  }
}
