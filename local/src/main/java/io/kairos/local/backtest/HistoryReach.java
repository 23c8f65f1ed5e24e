package io.kairos.local.backtest;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Recurrence;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Start;
import io.kairos.engine.rule.Step;
import io.kairos.engine.segment.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells from the text of a rule how far back it looks: the longest of the windows that its
 * conditions and segments name, of the days that they demand, and of its waits.
 *
 * <p>A reading of words, not of meaning: a lifetime count such as {@code orders.count} names no
 * window and so asks for none, and what tiers and predictions take is a rule of thumb.
 */
record HistoryReach(RuleSet rules) {
  /** Six calendar months. */
  private static final Duration TIER = Duration.ofDays(184);

  /** The models are fitted to a year or so of purchases; with less than half, they only guess. */
  private static final Duration PREDICTION = Duration.ofDays(180);

  private static final Pattern IN_DAYS = Pattern.compile("\\.\\w*[iI]n(\\d+)Days|\\.daysIn(\\d+)");
  private static final Pattern SIX_MONTHS = Pattern.compile("in6Months|monthlyAverage|\\btier\\b");
  private static final Pattern BOUGHT_WITHIN =
      Pattern.compile("boughtWithin\\(.*?,\\s*(\\d+)\\s*\\)");
  private static final Pattern DAYS_DEMANDED =
      Pattern.compile("[\\w.]*\\.\\w*[dD]ays\\s*(?:>=|>|==)\\s*(\\d+)");
  private static final Pattern SEGMENT = Pattern.compile("segment\\('([^']+)'\\)");

  /** Segments may build on each other; deeper than this nobody reads them. */
  private static final int DEEPEST = 4;

  /** Nothing for a rule that looks back no further than its start. */
  Optional<HistoryNeed> of(Rule rule) {
    return Stream.concat(fromConditions(rule), fromTiming(rule))
        .filter(need -> !need.reach().isZero())
        .max(Comparator.comparing(HistoryNeed::reach));
  }

  private Stream<HistoryNeed> fromConditions(Rule rule) {
    return conditions(rule)
        .map(Condition::source)
        .map(text -> new HistoryNeed(rule.id(), reachOf(text, 0), text.strip()));
  }

  private static Stream<Condition<Facts>> conditions(Rule rule) {
    List<Condition<Facts>> all = new ArrayList<>(rule.when());
    if (rule.start() instanceof Start.OnEvent event) {
      all.addAll(event.where());
    } else if (rule.start() instanceof Start.Becoming becoming) {
      all.add(becoming.condition());
    }
    for (Step step : steps(rule)) {
      all.addAll(step.when());
      step.cases().stream().map(Case::when).filter(Objects::nonNull).forEach(all::add);
    }
    return all.stream();
  }

  private Duration reachOf(String text, int depth) {
    Duration longest = Duration.ZERO;
    for (Pattern days : List.of(IN_DAYS, BOUGHT_WITHIN, DAYS_DEMANDED)) {
      longest = longer(longest, mostDays(days.matcher(text)));
    }
    longest = SIX_MONTHS.matcher(text).find() ? longer(longest, TIER) : longest;
    longest = text.contains("prediction.") ? longer(longest, PREDICTION) : longest;
    Matcher segments = SEGMENT.matcher(text);
    while (depth < DEEPEST && segments.find()) {
      longest = longer(longest, reachOf(definition(segments.group(1)), depth + 1));
    }
    return longest;
  }

  private static Duration mostDays(Matcher found) {
    long most = 0;
    while (found.find()) {
      for (int group = 1; group <= found.groupCount(); group++) {
        most = found.group(group) == null ? most : Math.max(most, days(found.group(group)));
      }
    }
    return Duration.ofDays(most);
  }

  /** More than a hundred thousand days are as good as that many. */
  private static long days(String digits) {
    return digits.length() > 5 ? 100_000 : Long.parseLong(digits);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The condition of a segment or stage; empty for none. */
  private String definition(String name) {
    return Stream.concat(rules.segments().stages().stream(), rules.segments().segments().stream())
        .filter(segment -> segment.name().equals(name) && segment.when() != null)
        .map(Segment::when)
        .map(Condition::source)
        .findFirst()
        .orElse("");
  }

  /** Those of the rule and of all its variants. */
  private static List<Step> steps(Rule rule) {
    List<Step> steps = new ArrayList<>(rule.plan().steps());
    if (rule.plan().experiment() != null) {
      rule.plan().experiment().variants().forEach(variant -> steps.addAll(variant.steps()));
    }
    return steps;
  }

  private static Stream<HistoryNeed> fromTiming(Rule rule) {
    List<HistoryNeed> needs = new ArrayList<>();
    HistoryNeed start = fromStart(rule);
    needs.add(start);
    Duration silence = rule.start() instanceof Start.Silence ? start.reach() : Duration.ZERO;
    for (Step step : steps(rule)) {
      long wait = Math.max(step.waiting().afterMillis(), step.waiting().idleMillis());
      String what = step.id().isEmpty() ? "its wait" : "the wait of " + step.id();
      needs.add(new HistoryNeed(rule.id(), silence.plusMillis(wait), what));
    }
    return needs.stream();
  }

  private static HistoryNeed fromStart(Rule rule) {
    if (rule.start() instanceof Start.Silence start) {
      Duration silence = Duration.ofMillis(start.millis());
      return new HistoryNeed(rule.id(), silence, "activity.idleDays >= " + silence.toDays());
    } else if (rule.start() instanceof Start.OnEvent event && isAboutTiers(event)) {
      return new HistoryNeed(rule.id(), TIER, "tiers look at six calendar months");
    } else if (rule.start() instanceof Start.OnDate date) {
      Recurrence every = date.recurrence();
      return new HistoryNeed(rule.id(), untilSeen(every), "every: " + every.label());
    }
    return new HistoryNeed(rule.id(), Duration.ZERO, "");
  }

  /** How long an input must be so that every customer has the date in it, if it is not one date. */
  private static Duration untilSeen(Recurrence every) {
    if (every instanceof Recurrence.Weekly) {
      return Duration.ofDays(7);
    } else if (every instanceof Recurrence.Monthly) {
      return Duration.ofDays(31);
    }
    return every instanceof Recurrence.Once ? Duration.ZERO : Duration.ofDays(366);
  }

  private static boolean isAboutTiers(Start.OnEvent start) {
    return start.events().names().contains(EventName.TIER_RAISED)
        || start.events().names().contains(EventName.TIER_LOWERED);
  }
}
