package io.kairos.local.backtest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules did over a history.
 *
 * @param input what was read
 * @param span the time that was counted
 * @param rules of each rule, by id
 * @param all of all rules together
 * @param comparison with the baseline; nothing without one
 */
public record BacktestResult(
    Input input,
    Span span,
    List<RuleFigures> rules,
    RuleFigures all,
    Optional<Comparison> comparison) {

  /**
   * What was read.
   *
   * @param told by the source, for people
   * @param customers with an event that was applied or refused by the engine
   * @param events that cleaning let through, by label
   * @param rejected events by reason: by cleaning, and repeats by the engine
   * @param needs rules that look further back than the input does
   */
  public record Input(
      List<String> told,
      long customers,
      Map<String, Long> events,
      Map<String, Long> rejected,
      List<HistoryNeed> needs) {

    public long eventsInAll() {
      return events.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * The time that was counted.
   *
   * @param first where the input begins
   * @param from first instant that counts
   * @param to last instant that counts
   * @param zone of days and weeks
   * @param took on the wall
   */
  public record Span(Instant first, Instant from, Instant to, ZoneId zone, Duration took) {

    /** How far back the input reaches at the end. */
    public Duration history() {
      return Duration.between(first, to);
    }
  }

  /**
   * Against the baseline.
   *
   * @param rules figures of the baseline's rules, by id
   * @param all its rules together
   * @param differences of each rule of either, by id
   */
  public record Comparison(
      List<RuleFigures> rules, RuleFigures all, Map<String, Difference> differences) {}
}
