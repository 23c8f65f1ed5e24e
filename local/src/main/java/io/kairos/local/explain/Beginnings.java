package io.kairos.local.explain;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.ProfileStage;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Start;
import io.kairos.engine.segment.SegmentStage;
import io.kairos.local.explain.Happening.NotBegun;
import io.kairos.local.explain.Happening.TakenBack;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out why events that can start a rule did not: which of its {@code where} failed, of the
 * version that was in force then.
 */
final class Beginnings {
  private final Setting setting;
  private final CustomerEngine engine;
  private final String rule;

  Beginnings(Setting setting, CustomerEngine engine, String rule) {
    this.setting = setting;
    this.engine = engine;
    this.rule = rule;
  }

  /**
   * What failed in a step; nothing where the rule was not asked, nothing of it failed, or a run of
   * it began.
   *
   * @param happened all else that came of the step
   */
  Optional<NotBegun> failed(Turn turn, List<Happening> happened) {
    RuleSet rules = setting.history().at(turn.atMillis()).set();
    Rule watched = rules.rule(rule);
    return isAsked(watched, rules, turn) && !began(turn, happened)
        ? failed((Start.OnEvent) watched.start(), rules, turn)
        : Optional.empty();
  }

  private static boolean isAsked(Rule watched, RuleSet rules, Turn turn) {
    return watched != null
        && watched.start() instanceof Start.OnEvent
        && turn.after().customerId() != null
        && turn.before().customerId() != null
        && rules.begins(watched, turn.after().customerId(), turn.atMillis());
  }

  /** Also one that ended at once. */
  private boolean began(Turn turn, List<Happening> happened) {
    Set<RunName> before = Foresight.open(turn.before());
    return happened.stream()
        .filter(one -> !(one instanceof TakenBack))
        .map(Happening::run)
        .anyMatch(run -> run != null && run.rule().equals(rule) && !before.contains(run));
  }

  private Optional<NotBegun> failed(Start.OnEvent start, RuleSet rules, Turn turn) {
    Facts facts = engine.snapshot(turn.after(), turn.atMillis()).facts();
    return occurred(rules, turn, facts)
        .filter(occurrence -> start.events().has(occurrence))
        .filter(occurrence -> fails(start, facts.about(occurrence)))
        .findFirst()
        .map(occurrence -> notBegun(start, facts.about(occurrence), occurrence));
  }

  private NotBegun notBegun(Start.OnEvent start, Facts facts, Occurrence occurrence) {
    List<Asked> asked = Asking.findings(start.where().stream(), facts);
    return new NotBegun(rule, occurrence.name().label(), asked);
  }

  private static boolean fails(Start.OnEvent start, Facts facts) {
    return start.where().stream().anyMatch(condition -> !condition.test(facts).holds());
  }

  private Stream<Occurrence> occurred(RuleSet rules, Turn turn, Facts facts) {
    CustomerState before = turn.before();
    ProfileStage profiles = new ProfileStage(setting.shop(), rules.profile());
    Stream<Occurrence> ofEvents =
        turn.heard().refusals().isEmpty()
            ? turn.events().stream()
                .map(event -> profiles.apply(before.profile(), event, facts.lens().calendar()))
                .flatMap(applied -> applied.occurred().stream())
            : Stream.empty();
    SegmentStage segments = new SegmentStage(rules.segments());
    return Stream.concat(ofEvents, segments.review(before.standing(), facts).occurred().stream());
  }
}
