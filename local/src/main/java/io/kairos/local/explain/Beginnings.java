package io.kairos.local.explain;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.event.Event;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.ProfileStage;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.Start;
import io.kairos.engine.segment.SegmentStage;
import io.kairos.local.explain.Happening.NotBegun;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out why events that can start a rule did not: which of its {@code where} failed. */
final class Beginnings {
  private final CustomerEngine engine;
  private final ProfileStage profiles;
  private final SegmentStage segments;
  private final Rule rule;

  Beginnings(Setting setting, CustomerEngine engine, Rule rule) {
    this.engine = engine;
    this.profiles = new ProfileStage(setting.shop(), setting.rules().profile());
    this.segments = new SegmentStage(setting.rules().segments());
    this.rule = rule;
  }

  /** What failed in a step; nothing where the rule was not asked, or nothing of it failed. */
  Optional<NotBegun> failed(Turn turn) {
    if (!(rule.start() instanceof Start.OnEvent start)
        || turn.after().customerId() == null
        || turn.before().customerId() == null) {
      return Optional.empty();
    }
    Facts facts = engine.snapshot(turn.after(), turn.atMillis()).facts();
    return occurred(turn, facts)
        .filter(occurrence -> start.events().has(occurrence))
        .filter(occurrence -> fails(start, facts.about(occurrence)))
        .findFirst()
        .map(occurrence -> notBegun(start, facts.about(occurrence), occurrence));
  }

  private NotBegun notBegun(Start.OnEvent start, Facts facts, Occurrence occurrence) {
    List<Asked> asked = Asking.findings(start.where().stream(), facts);
    return new NotBegun(rule.id(), occurrence.name().label(), asked);
  }

  private static boolean fails(Start.OnEvent start, Facts facts) {
    return start.where().stream().anyMatch(condition -> !condition.test(facts).holds());
  }

  private Stream<Occurrence> occurred(Turn turn, Facts facts) {
    CustomerState before = turn.before();
    Stream<Occurrence> ofEvents =
        turn.heard().refusals().isEmpty()
            ? turn.events().stream().flatMap(event -> occurred(before, event, facts))
            : Stream.empty();
    Stream<Occurrence> ofGroups = segments.review(before.standing(), facts).occurred().stream();
    return Stream.concat(ofEvents, ofGroups);
  }

  private Stream<Occurrence> occurred(CustomerState before, Event event, Facts facts) {
    return profiles.apply(before.profile(), event, facts.lens().calendar()).occurred().stream();
  }
}
