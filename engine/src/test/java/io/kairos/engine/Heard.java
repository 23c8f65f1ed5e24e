package io.kairos.engine;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Event;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Feature;
import io.kairos.engine.fact.Features;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.TriggerKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** All that the engine said, in its order, and the state in which it ended. */
final class Heard implements Outputs {
  private final List<Trigger> triggers = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Snapshot> profiles = new ArrayList<>();
  private final List<String> erased = new ArrayList<>();
  private final List<RejectionReason> refusals = new ArrayList<>();
  private final List<Event> behind = new ArrayList<>();
  private final List<String> held = new ArrayList<>();
  private CustomerState state;
  private RuleSet rules = Story.RULES;
  private long horizonMillis;

  @Override
  public void trigger(Trigger trigger) {
    triggers.add(trigger);
  }

  @Override
  public void decision(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public void profile(Snapshot profile) {
    profiles.add(profile);
  }

  @Override
  public void erased(String customerId) {
    erased.add(customerId);
  }

  @Override
  public void refused(Event event, RejectionReason reason) {
    refusals.add(reason);
  }

  @Override
  public void behind(Event event) {
    behind.add(event);
  }

  @Override
  public void held(Candidate candidate) {
    held.add(candidate.rule().id());
  }

  void ends(CustomerState last) {
    state = last;
  }

  /** What can be asked of the customer in the end. */
  Facts facts() {
    CustomerEngine engine = new CustomerEngine(rules, Story.SHOP, 0);
    return engine.snapshot(state, horizonMillis).facts();
  }

  /** The stage in the end. */
  String stage() {
    return state.standing().stage();
  }

  /** Whether a segment holds in the end. */
  boolean isIn(String segment) {
    return state.standing().in(segment);
  }

  /** A number that can be asked of the customer in the end. */
  double number(String feature) {
    return ((Feature.Number) feature(feature).reading()).of().applyAsDouble(facts());
  }

  /** A text that can be asked of the customer in the end. */
  String text(String feature) {
    return ((Feature.Text) feature(feature).reading()).of().apply(facts());
  }

  private Feature feature(String name) {
    return Features.all(rules.profile().declared()).stream()
        .filter(feature -> feature.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What each of the six months up to the end brought, oldest first, minor units. */
  long[] monthMinor() {
    int last = Story.SHOP.monthOf(facts().nowMillis());
    return LongStream.rangeClosed(last - 5, last)
        .map(month -> minorFrom(month) - minorFrom(month + 1))
        .toArray();
  }

  /** The end of a story. */
  void ends(CustomerState last, RuleSet under, long atMillis) {
    state = last;
    rules = under;
    horizonMillis = atMillis;
  }

  private long minorFrom(long month) {
    return state.profile().spending().minor(Shop.firstDayOf((int) month));
  }

  CustomerState state() {
    return state;
  }

  List<Trigger> triggers() {
    return triggers;
  }

  List<Decision> decisions() {
    return decisions;
  }

  List<Snapshot> profiles() {
    return profiles;
  }

  List<String> erased() {
    return erased;
  }

  /** Rules whose messages began to wait for the end of quiet hours. */
  List<String> held() {
    return held;
  }

  List<RejectionReason> refusals() {
    return refusals;
  }

  List<Event> behind() {
    return behind;
  }

  /** The messages that a rule sends, by their time in the shop. */
  List<String> sends(String rule) {
    return sent(rule).stream().map(t -> local(t.times().releasedMillis())).toList();
  }

  List<Trigger> sent(String rule) {
    return of(TriggerKind.SEND).stream().filter(t -> t.reference().rule().equals(rule)).toList();
  }

  /** What is taken back, as "STOPPED 2026-03-10T11:05". */
  List<String> cancels() {
    return of(TriggerKind.CANCEL).stream()
        .map(t -> t.cancellation().reason() + " " + local(t.times().releasedMillis()))
        .toList();
  }

  List<Trigger> of(TriggerKind kind) {
    return triggers.stream().filter(t -> t.kind() == kind).toList();
  }

  /** What became of a rule's candidates. */
  List<Fate> fates(String rule) {
    return decisions.stream()
        .filter(decision -> decision.run().rule().equals(rule))
        .map(Decision::fate)
        .toList();
  }

  /** When the profile was published, by time in the shop. */
  List<String> publications() {
    return profiles.stream().map(p -> local(p.facts().nowMillis())).toList();
  }

  static String local(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), Story.SHOP.zone()).toString();
  }
}
