package io.kairos.local.stories;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.event.Event;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleSet;
import java.time.Duration;
import java.util.List;

/** Tells stories to an engine of their own. */
final class StoryRun {
  private static final long PUBLISH_EVERY_MILLIS = Duration.ofDays(1).toMillis();

  private final CustomerEngine engine;
  private final MinorUnit money;

  StoryRun(RuleSet rules, Shop shop) {
    this.engine = new CustomerEngine(rules, shop, PUBLISH_EVERY_MILLIS);
    this.money = new MinorUnit(shop.currency());
  }

  StoryResult run(Story story) {
    List<Event> events = story.given().stream().map(Given::event).toList();
    Recorder recorder = new Recorder(io.kairos.wire.Mode.REPLAY);
    CustomerState end =
        engine.advance(
            CustomerState.of(events.get(0).customerId()), events, story.endMillis(), recorder);
    Outcome outcome =
        new Outcome(
            recorder.triggers(),
            recorder.decisions(),
            end.agenda().open().stream()
                .map(run -> new Outcome.Waiting(run.rule(), run.anchorMillis()))
                .toList(),
            new Outcome.Style(story.times(), money));
    return StoryResult.of(story, outcome, recorder.refused());
  }
}
