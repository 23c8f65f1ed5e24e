package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Event;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The groups of an experiment, over 10,000 customers. */
class SharesTest {
  private static final int CUSTOMERS = 10_000;

  /** Three standard deviations of the share that differs most. */
  private static final double BY_CHANCE = 3 * 0.5 / Math.sqrt(CUSTOMERS);

  private static final String RULE =
      """
      {id: r, event: view, again: always, send: {channel: push, template: t},
       experiment: {name: x, holdout: 10%, variants: {a: {share: 25%}, b: {share: 75%}}}}
      """;
  private static final long CHANGE = Story.millis(LocalDateTime.parse("2026-03-10T12:00"));

  private final RuleHistory rules = twoVersions();
  private final CustomerEngine engine = new CustomerEngine(rules, Story.SHOP, 0);

  @Test
  void areAsTheRuleSays() {
    Map<String, Integer> groups = new HashMap<>();
    customers().forEach(id -> groups.merge(group(before(id)), 1, Integer::sum));

    assertThat(share(groups, "HELD_OUT a") + share(groups, "HELD_OUT b")).isCloseTo(0.1, near());
    assertThat(share(groups, "SENT a") + share(groups, "HELD_OUT a")).isCloseTo(0.25, near());
    assertThat(share(groups, "HELD_OUT a")).as("drawn apart").isCloseTo(0.025, near());
    assertThat(groups).hasSize(4);
  }

  @Test
  void areTheSameUnderTheNextVersionAndAfterARestart() {
    customers()
        .forEach(
            id -> {
              Heard heard = before(id);
              String group = group(heard);
              CustomerState stored = CustomerState.fromBytes(heard.state().toBytes());
              Heard after = after(id, stored);
              assertThat(after.decisions().get(0).run().version()).isEqualTo(2);
              assertThat(group(after)).isEqualTo(group);
            });
  }

  private static RuleHistory twoVersions() {
    RuleHistory rules =
        RuleHistory.of("rules:\n  - " + RULE, ModelFile.defaults(), "CNY", Set.of());
    rules.add(
        new Declaration(
            Declaration.Kind.RULE,
            "r",
            2,
            Status.ACTIVE,
            RULE.replace("template: t", "template: u"),
            Long.MAX_VALUE),
        CHANGE);
    return rules;
  }

  private static Iterable<String> customers() {
    return IntStream.range(0, CUSTOMERS).mapToObj(i -> "customer-" + i)::iterator;
  }

  private Heard before(String id) {
    Heard heard = new Heard();
    heard.ends(
        engine.advance(
            CustomerState.of(id), Story.of(id).at("09:00").views("a").events(), CHANGE - 1, heard));
    return heard;
  }

  private Heard after(String id, CustomerState stored) {
    Heard heard = new Heard();
    List<Event> events = Story.of(id).at("09:00").views("a").at("13:00").views("b").events();
    new CustomerEngine(rules, Story.SHOP, 0)
        .advance(stored, events.subList(1, 2), CHANGE + 7_200_000, heard);
    return heard;
  }

  private static String group(Heard heard) {
    Decision decision = heard.decisions().get(0);
    assertThat(decision.fate()).isIn(Fate.SENT, Fate.HELD_OUT);
    return decision.fate() + " " + decision.treatment().variant();
  }

  private static double share(Map<String, Integer> groups, String group) {
    return groups.get(group) / (double) CUSTOMERS;
  }

  private static Offset<Double> near() {
    return Offset.offset(BY_CHANCE);
  }
}
