package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.ConditionCompiler;
import io.kairos.engine.condition.Truth;
import io.kairos.engine.event.Event;
import io.kairos.engine.fact.FactVocabulary;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Feature;
import io.kairos.engine.fact.Features;
import io.kairos.engine.fact.GroupNames;
import io.kairos.engine.fact.Parts;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** A condition need not be asked again while its parts of the profile are as they were. */
@Domain(Lives.class)
@Domain(DomainContext.Global.class)
class PartsTest {
  private static final RuleSet RULES =
      RuleFile.parse(
          """
          events: [spun]
          attributes: [plan]
          stages: [{id: new, when: activity.views < 5}, {id: active}]
          segments:
            - {id: buyers, when: orders.count >= 1}
            - {id: idle, when: activity.idleDays >= 3}
          tiers: [{id: gold, monthlyAverage: 100, orders: 1}]
          profile: {bots: {perMinute: 3, perHour: 5, flaggedFor: 1d}, pattern: {orders: 2, value: 9}}
          tables:
            city-tiers: {Beijing: first, "*": other}
            brand-tiers: {acme: premium, lumi: value}
          """,
          "CNY");
  private static final CustomerEngine ENGINE = new CustomerEngine(RULES, Story.SHOP, 0);
  private static final GroupNames GROUPS =
      new GroupNames(
          List.of("none", "gold"),
          List.of("new", "active"),
          List.of("new", "active", "buyers", "idle"));
  private static final ConditionCompiler<Facts> COMPILER =
      new ConditionCompiler<>(
          FactVocabulary.of(
              RULES.profile().declared(), GROUPS, List.of("city-tiers", "brand-tiers"), 2));
  private static final List<String> TEXTS =
      Stream.of(
              Lives.CATEGORIES.stream(),
              Lives.QUERIES.stream(),
              Lives.CITIES.stream(),
              Lives.ZONES.stream(),
              Stream.of("acme", "lumi", "premium", "first", "live", "f", "student", "en"),
              Stream.of("gold", "new", "active", "daily", "weekly", "occasional", "18-24", "36-45"),
              Stream.of("high-frequency-high-value", "low-frequency-high-value"))
          .flatMap(texts -> texts)
          .toList();
  private static final List<Condition<Facts>> CONDITIONS = conditions();

  /** One condition as {@code becomes} looks at it: asked, and then left alone as long as it may. */
  private static final class Look {
    private final Condition<Facts> condition;
    private final int parts;
    private Truth truth;
    private long flips;

    Look(Condition<Facts> condition) {
      this.condition = condition;
      this.parts = Parts.of(condition);
    }

    void ask(Facts facts) {
      truth = condition.test(facts);
      flips = condition.flips(facts);
    }

    void goOn(Facts facts, int changed) {
      if ((changed & parts) != 0 || facts.nowMillis() >= flips) {
        ask(facts);
      } else {
        assertThat(condition.test(facts))
            .as("%s at %s", condition, facts.nowMillis())
            .isSameAs(truth);
      }
    }
  }

  @Property(tries = 150)
  void aConditionWhosePartsAreUnchangedComesOutTheSame(@ForAll Lives.Life life) {
    CustomerState state = CustomerState.of("u1");
    Facts facts = ENGINE.snapshot(state, life.events().get(0).positionMillis()).facts();
    List<Look> looks = CONDITIONS.stream().map(Look::new).toList();
    for (Look look : looks) {
      look.ask(facts);
    }
    for (Event event : life.events()) {
      long now = event.positionMillis();
      for (long horizon : new long[] {now - 1, now}) {
        List<Event> events = horizon == now ? List.of(event) : List.of();
        CustomerState next = ENGINE.advance(state, events, horizon, new Heard());
        Facts after = ENGINE.snapshot(next, now).facts();
        int groups = state.standing() == next.standing() ? 0 : Parts.GROUPS;
        int changed = Parts.changed(state.profile(), next.profile(), now) | groups;
        looks.forEach(look -> look.goOn(after, changed));
        state = next;
      }
    }
  }

  @Example
  void everyFeatureAndFunctionHasParts() {
    assertThat(CONDITIONS).filteredOn(one -> Parts.of(one) == Parts.ALL).isEmpty();
  }

  private static List<Condition<Facts>> conditions() {
    List<Condition<Facts>> all = new ArrayList<>();
    for (Feature feature : Features.all(RULES.profile().declared())) {
      about(feature).map(COMPILER::condition).forEach(all::add);
    }
    Stream.of(
            "segment('new')",
            "segment('buyers')",
            "segment('idle')",
            "interest('tea') > 0.3",
            "interest('books') >= 0.5",
            "boughtWithin('tea', 1)",
            "boughtWithin('tea.green', 30)",
            "lookup('city-tiers', customer.city) == 'first'",
            "lookup('brand-tiers', interests.topBrand) == 'value'",
            "lookup('brand-tiers', attribute.plan) == 'value'")
        .map(COMPILER::condition)
        .forEach(all::add);
    return all;
  }

  private static Stream<String> about(Feature feature) {
    String name = feature.name();
    if (feature.reading() instanceof Feature.Flag) {
      return Stream.of(name);
    }
    Stream<String> compared =
        feature.reading() instanceof Feature.Number
            ? Stream.of(" >= 1", " > 2", " < 5", " <= 20", " > 0.3", " == 0", " >= 60", " < 500")
            : texts((Feature.Text) feature.reading()).map(text -> " == '" + text + "'");
    return Stream.concat(Stream.of("known(" + name + ")"), compared.map(name::concat));
  }

  private static Stream<String> texts(Feature.Text reading) {
    List<String> closed = reading.values().apply(GROUPS);
    return closed == null ? TEXTS.stream() : closed.stream();
  }
}
