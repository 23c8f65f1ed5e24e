package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.delivery.Decision;
import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Sent;
import io.kairos.local.history.CustomerLog;
import io.kairos.wire.OrderType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A story told step by step comes to what the engine comes to in one. */
class StoryAgainstEngineTest {
  private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
  private static final String RULES =
      Drafts.CART_SERIES
          + """
            - id: silence
              version: 1
              becomes: activity.idleDays >= 3
              again: always
              send: {channel: sms, template: miss-you}
          segments: [{id: buyer, when: orders.in30Days >= 1}]
          """;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void decidesWhatTheEngineDecides(long seed) {
    Timeline timeline = shopping(new Random(seed));
    String end = START.plus(Duration.ofDays(60)).toString();
    Setting setting = Drafts.setting(RULES);

    Story story = new StoryTeller(setting, null).tell(timeline.until(end));

    assertThat(
            Stream.concat(
                story.all(Sent.class).map(sent -> sent.message().id() + " SENT"),
                story
                    .all(Decided.class)
                    .map(one -> one.message().id() + " " + one.verdict().fate())))
        .hasSizeGreaterThan(5)
        .containsExactlyInAnyOrderElementsOf(decided(setting.engine(), timeline.until(end)));
  }

  private static List<String> decided(CustomerEngine engine, CustomerLog log) {
    Hearing heard = new Hearing();
    engine.advance(CustomerState.of(log.customerId()), log.events(), log.endMillis(), heard);
    return heard.decisions().stream().map(StoryAgainstEngineTest::words).toList();
  }

  private static String words(Decision decision) {
    return decision.id() + " " + decision.fate().name();
  }

  /** Days with some events minutes apart, then days without any. */
  private static Timeline shopping(Random random) {
    Timeline timeline = new Timeline();
    Instant now = START;
    for (int i = 0; i < 80; i++) {
      boolean away = random.nextInt(8) == 0;
      now =
          now.plus(
              away
                  ? Duration.ofHours(random.nextInt(120))
                  : Duration.ofMinutes(random.nextInt(50)));
      String cart = "k" + i / 10;
      switch (random.nextInt(5)) {
        case 0 ->
            timeline.cartAdded(now.toString(), cart, "item-" + i, 1000 + random.nextInt(9000));
        case 1 -> timeline.ordered(now.toString(), OrderType.PLACED, "o" + i, "item-" + i, 5000);
        default -> timeline.view(now.toString());
      }
    }
    return timeline;
  }
}
