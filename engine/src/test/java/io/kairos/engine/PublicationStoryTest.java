package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.Crowd.Visit;
import io.kairos.engine.event.Event;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a profile is published: at the first change, then once a minute while it changes. */
class PublicationStoryTest {
  private final Story story = Story.of("u1").at("10:00").views("tea");

  @Test
  void atTheFirstChange() {
    assertThat(story.until("10:00").publications()).containsExactly("2026-03-10T10:00");
  }

  @Test
  void thenAMinuteAfterTheLastPublication() {
    story.at("10:00:10").views("milk").at("10:00:50").views("milk");

    assertThat(story.until("12:00").publications())
        .containsExactly("2026-03-10T10:00", "2026-03-10T10:01");
  }

  @Test
  void atOnceAfterAQuietMinute() {
    story.at("10:05").views("milk");

    assertThat(story.until("12:00").publications())
        .containsExactly("2026-03-10T10:00", "2026-03-10T10:05");
  }

  @Test
  void onlyIfSomethingChanged() {
    assertThat(story.until("2026-03-25T00:00").publications()).hasSize(1);
  }

  @Test
  void atOnceWithATrigger() {
    story.adds("tea", 1, 15_00).at("10:59:30").denies("email");

    assertThat(story.until("12:00").publications())
        .containsExactly("2026-03-10T10:00", "2026-03-10T10:59:30", "2026-03-10T11:00");
  }

  @Test
  void atOnceWithACancellation() {
    story.adds("tea", 1, 15_00).at("11:00:10").places("o1", "tea");

    assertThat(story.until("12:00").publications())
        .containsExactly("2026-03-10T10:00", "2026-03-10T11:00", "2026-03-10T11:00:10");
  }

  @Test
  void leftOutItChangesNoTriggerAndNoDecision() {
    List<Event> events =
        Crowd.of(20).stream().filter(visit -> visit.customer() == 7).map(Visit::event).toList();

    Heard published = heard(events, Story.PUBLISH_EVERY_MILLIS);
    Heard silent = heard(events, CustomerEngine.NEVER);

    assertThat(published.triggers()).isNotEmpty();
    assertThat(silent.triggers()).isEqualTo(published.triggers());
    assertThat(silent.decisions()).isEqualTo(published.decisions());
    assertThat(silent.publications()).isEmpty();
  }

  private static Heard heard(List<Event> events, long publishEveryMillis) {
    CustomerEngine engine =
        new CustomerEngine(RuleFile.defaults("CNY"), Story.SHOP, publishEveryMillis);
    Heard heard = new Heard();
    long last = events.get(events.size() - 1).positionMillis();
    engine.advance(CustomerState.of("c7"), events, last + 7 * 24 * 60 * 60 * 1000L, heard);
    return heard;
  }

  @Test
  void aRepeatChangesNothing() {
    assertThat(story.againArriving("10:30").until("12:00").publications()).hasSize(1);
  }

  @Test
  void showsWhatIsOpen() {
    story.adds("tea", 1, 15_00);

    assertThat(story.until("10:00").profiles().get(0).openRuns())
        .extracting(Run::rule)
        .containsExactly("cart-abandon");
  }

  @Test
  void aFarHorizonEnds() {
    story.pays("o1", 60_000_00).pays("o2", 1).pays("o3", 1);
    var engine = new CustomerEngine(Story.RULES, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);

    var last = engine.advance(CustomerState.of("u1"), story.events(), Long.MAX_VALUE, new Heard());

    assertThat(engine.nextDeadline(last)).isEqualTo(Long.MAX_VALUE);
  }
}
