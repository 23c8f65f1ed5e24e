package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Event;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Run;
import io.kairos.engine.trigger.TriggerKind;
import io.kairos.engine.trigger.TriggerStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every history: the answer is a function of the events alone. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class EngineLawsTest {
  private static final long AFTERWARDS = Duration.ofDays(70).toMillis();

  /** The default rules, a series, and rules that wait for something to become true. */
  private static final RuleSet RULES =
      RuleFile.parse(
          DefaultFile.text()
              .replaceFirst(
                  "rules:\n",
                  """
                  rules:
                    - id: series
                      event: cart.added
                      per: cart
                      restart: cart.changed
                      unless: [order.placed, cart.emptied]
                      steps:
                        - {id: one, after: 1h, idle: 30m, send: {channel: push, template: a}}
                        - {id: two, after: 24h, at: "19:00", send: {channel: push, template: b}}
                        - {id: three, after: 72h, at: best-hour, when: cart.value >= 20,
                           send: [{if: cart.count > 3, channel: sms, template: c},
                                  {channel: push, template: d}]}
                    - id: looker
                      becomes: activity.viewsIn30Days >= 2
                      again: always
                      after: 2h
                      send: {channel: push, template: e}
                    - id: fading
                      becomes: prediction.pAlive < 0.30 || orders.recencyDays > 20
                      unless: view
                      again: 7d
                      send: {channel: push, template: f}
                    - id: entered
                      event: [segment.entered, segment.left]
                      where: event.segment != 'active'
                      again: always
                      send: {channel: push, template: g}
                    - {id: sunday, every: week on SUN, at: "18:00", when: orders.count >= 1,
                       send: {channel: [sms, push], template: h}}
                    - {id: order, event: order.placed, per: order, unless: order.paid,
                       purpose: service, quietHours: ignore, steps: [
                         {id: soon, after: 30m, send: {channel: push, template: i}},
                         {id: late, before: 2h of order.payBy, send: {channel: push, template: j}}]}
                    - {id: after-a-look, event: cart.added, per: item, again: 2h,
                       following: {event: view, within: 1h}, quietHours: drop,
                       send: {channel: push, template: k},
                       experiment: {holdout: 50%, variants: {
                         a: {share: 50%}, b: {share: 50%, after: 3h, channel: email}}}}
                    - {id: liked, becomes: cart.count >= 2, per: category, status: shadow,
                       send: {channel: push, template: l}}
                  """)
              .replaceFirst(
                  "delivery:\n",
                  """
                  delivery:
                    quietHours: {push: "22:00-08:00", email: "13:00-14:30"}
                    caps: [{channel: push, most: 3, within: 24h}, {most: 5, within: 7d}]
                    gap: 10m
                  """),
          "CNY");

  private static final CustomerEngine ENGINE =
      new CustomerEngine(RULES, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);

  @Property
  void anyStepsOfTheHorizonGiveTheSame(
      @ForAll Histories.SomeLate history, @ForAll @Size(max = 30) List<Integer> cuts) {
    assertThat(told(stepped(history.events(), cuts, UnaryOperator.identity())))
        .isEqualTo(told(atOnce(history.events())));
  }

  @Property
  void aStateThatWasStoredInBetweenGivesTheSame(
      @ForAll Histories.SomeLate history, @ForAll @Size(max = 30) List<Integer> cuts) {
    UnaryOperator<CustomerState> stored = state -> CustomerState.fromBytes(state.toBytes());

    assertThat(told(stepped(history.events(), cuts, stored)))
        .isEqualTo(told(atOnce(history.events())));
  }

  @Property
  void repeatsChangeNothing(
      @ForAll Histories.SomeLate history, @ForAll @Size(max = 20) List<Integer> repeats) {
    List<Event> more = new ArrayList<>(history.events());
    for (int pick : repeats) {
      if (!history.events().isEmpty()) {
        more.add(repeat(history.events(), pick));
      }
    }
    more.sort(Event.ORDER);

    assertThat(told(atOnce(more, end(history.events())))).isEqualTo(told(atOnce(history.events())));
  }

  @Property
  void theOrderOfArrivalGivesTheSameOnceSorted(
      @ForAll Histories.SomeLate history, @ForAll long seed) {
    List<Event> shuffled = new ArrayList<>(history.events());
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.sort(Event.ORDER);

    assertThat(told(atOnce(shuffled))).isEqualTo(told(atOnce(history.events())));
  }

  @Property
  void everyCandidateHasOneFateOrWaits(@ForAll Histories.SomeLate history) {
    Heard heard = atOnce(history.events());

    List<String> sent =
        heard.decisions().stream().filter(d -> d.fate() == Fate.SENT).map(Decision::id).toList();
    Stream<String> waiting =
        heard.state().agenda().open().stream().flatMap(EngineLawsTest::waiting);

    assertThat(heard.of(TriggerKind.SEND))
        .extracting(trigger -> trigger.reference().id())
        .isEqualTo(sent);
    assertThat(Stream.concat(heard.decisions().stream().map(Decision::id), waiting))
        .doesNotHaveDuplicates();
  }

  @Property
  void everyCancellationTakesBackAMessageThatWasSentAndIsValid(@ForAll Histories.SomeLate history) {
    Heard heard = atOnce(history.events());

    for (var cancel : heard.of(TriggerKind.CANCEL)) {
      assertThat(heard.of(TriggerKind.SEND))
          .filteredOn(send -> send.reference().id().equals(cancel.cancellation().cancels()))
          .singleElement()
          .satisfies(
              send ->
                  assertThat(cancel.times().releasedMillis())
                      .isBetween(
                          send.times().releasedMillis(), send.times().validUntilMillis() - 1));
    }
  }

  /** The ids of the messages of a run that are not decided. */
  private static Stream<String> waiting(Run run) {
    return RULES.rule(run.rule()).steps(run).stream()
        .filter(step -> !run.isDecided(step))
        .map(step -> TriggerStage.idOf("u1", run, step.id()));
  }

  private static Event repeat(List<Event> events, int pick) {
    Event event = events.get(Math.floorMod(pick, events.size()));
    long delay = Math.floorMod(pick, 5) * Duration.ofMinutes(17).toMillis();
    return Lateness.arriving(event, event.header().timing().arrivalMillis() + delay);
  }

  private static Heard atOnce(List<Event> events) {
    return atOnce(events, end(events));
  }

  private static Heard atOnce(List<Event> events, long horizon) {
    Heard heard = new Heard();
    heard.ends(ENGINE.advance(CustomerState.of("u1"), events, horizon, heard));
    return heard;
  }

  private static Heard stepped(
      List<Event> events, List<Integer> cuts, UnaryOperator<CustomerState> between) {
    Heard heard = new Heard();
    long start = events.isEmpty() ? 0 : events.get(0).positionMillis();
    long span = end(events) - start;
    CustomerState state = CustomerState.of("u1");
    int taken = 0;
    for (long horizon :
        Stream.concat(
                cuts.stream().map(cut -> start + Math.floorMod(cut * 1_000_003L, span + 1)),
                Stream.of(end(events)))
            .sorted()
            .toList()) {
      int from = taken;
      while (taken < events.size() && events.get(taken).positionMillis() <= horizon) {
        taken++;
      }
      state = ENGINE.advance(between.apply(state), events.subList(from, taken), horizon, heard);
    }
    heard.ends(state);
    return heard;
  }

  private static long end(List<Event> events) {
    return events.isEmpty() ? 0 : events.get(events.size() - 1).positionMillis() + AFTERWARDS;
  }

  /** All that was said and kept, but for the refusals, as text. */
  private static String told(Heard heard) {
    StringBuilder all = new StringBuilder();
    heard.triggers().forEach(trigger -> all.append(trigger).append('\n'));
    heard.decisions().forEach(decision -> all.append(decision).append('\n'));
    for (Snapshot snapshot : heard.profiles()) {
      Packer packed = new Packer();
      snapshot.facts().profile().pack(packed);
      all.append(snapshot.facts().nowMillis()).append(HexFormat.of().formatHex(packed.toBytes()));
      all.append(snapshot.standing()).append(snapshot.openRuns()).append('\n');
    }
    return all.append(HexFormat.of().formatHex(heard.state().toBytes())).toString();
  }
}
