package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Event;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.trigger.TriggerKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** The engine sends what a scan of the whole history by the rules' definition says. */
@Domain(Histories.class)
class EngineAgainstOracleTest {
  private static final RuleSet RULES =
      Story.RULES.with(Story.RULES.policy().assuming(Set.of("sms")));

  @Property(tries = 1500)
  void sendsWhatTheDefinitionSays(@ForAll Histories.OnTime history) {
    List<Event> events = history.events();
    long end = events.isEmpty() ? 0 : events.get(events.size() - 1).timeMillis();
    long horizon = end + Duration.ofDays(40).toMillis();
    Heard heard = new Heard();

    new CustomerEngine(RULES, Story.SHOP, Story.PUBLISH_EVERY_MILLIS)
        .advance(CustomerState.of("u1"), events, horizon, heard);

    assertThat(messages(heard)).isEqualTo(new NaiveOracle(events, horizon).messages());
  }

  private static Set<String> messages(Heard heard) {
    return heard.of(TriggerKind.SEND).stream()
        .map(t -> t.reference().rule() + "@" + Instant.ofEpochMilli(t.times().releasedMillis()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
