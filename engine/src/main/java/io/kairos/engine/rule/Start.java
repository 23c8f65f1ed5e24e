package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Parts;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What begins a run of a rule. */
public sealed interface Start {
  /** Over how long the beginnings of one date are spread: an hour. */
  long SPREAD_MILLIS = 60 * 60 * 1000L;

  /** What the waits of a run are counted from, epoch milliseconds. */
  default long startOf(Run run) {
    return run.anchorMillis();
  }

  /** The anchor of a run that is moved by an event, epoch milliseconds. */
  default long movedTo(long eventMillis) {
    return eventMillis;
  }

  /**
   * One of these events.
   *
   * @param where asked about the event when it comes; all must hold
   */
  record OnEvent(EventSet events, List<Condition<Facts>> where) implements Start {

    /**
     * Whether an occurrence begins a run.
     *
     * @param about the customer, asked about the occurrence
     */
    boolean isBegunBy(Occurrence occurrence, Facts about) {
      return events.has(occurrence) && holds(about);
    }

    /** The same of an occurrence that is known to have one of the names. */
    boolean holds(Facts about) {
      for (int i = 0; i < where.size(); i++) {
        if (!where.get(i).test(about).holds()) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * A condition becomes true: {@code becomes}. Where time alone makes it true, the instant is
   * solved for.
   *
   * @param parts of a profile that it reads, as {@link Parts} says
   */
  record Becoming(Condition<Facts> condition, Marks marks, int parts) implements Start {

    static Becoming of(String rule, Condition<Facts> condition) {
      return new Becoming(condition, Marks.of(rule), Parts.of(condition));
    }

    boolean holds(Facts facts) {
      return condition.test(facts).holds();
    }

    /** The run that begins now, about what the customer is about now. */
    Run run(Rule rule, RuleStage.View view) {
      long now = view.now();
      String about = rule.scope().per().now(view.facts());
      return rule.run(about, "@" + Instant.ofEpochMilli(now), now, view);
    }
  }

  /**
   * The customer has been inactive so long: {@code becomes: activity.idleDays >= n}. The instant is
   * solved for, not polled.
   *
   * @param millis above 0
   */
  record Silence(long millis, Marks marks) implements Start {

    /** When a silence since an instant is long enough, epoch milliseconds. */
    long endsAfter(long lastSeenMillis) {
      return lastSeenMillis + millis;
    }

    @Override
    public long startOf(Run run) {
      return endsAfter(run.anchorMillis());
    }

    /** Waits count from the end of a silence, so that it is the end that moves. */
    @Override
    public long movedTo(long eventMillis) {
      return eventMillis - millis;
    }

    /** The run of a silence since an instant. */
    Run run(Rule rule, long lastSeenMillis, RuleStage.View view) {
      String start = "@" + Instant.ofEpochMilli(endsAfter(lastSeenMillis));
      return rule.run("", start, lastSeenMillis, view);
    }
  }

  /**
   * A date of the customer: {@code every}. Waits count from its first instant in the customer's
   * zone; runs begin up to an hour later, so that not everybody's begins at once.
   *
   * @param where asked about the customer when it begins; all must hold
   */
  record OnDate(Recurrence recurrence, List<Condition<Facts>> where) implements Start {

    boolean isBegunFor(Facts facts) {
      return where.stream().allMatch(condition -> condition.test(facts).holds());
    }

    /** The first date whose runs begin after an instant; null for none. */
    LocalDate after(long millis, CustomerProfile profile, Calendar calendar) {
      LocalDate from = Instant.ofEpochMilli(millis).atZone(calendar.zone()).toLocalDate();
      LocalDate date = recurrence.next(from.minusDays(1), profile, calendar.zone());
      while (date != null && beginsAt(date, calendar) <= millis) {
        date = recurrence.next(date.plusDays(1), profile, calendar.zone());
      }
      return date;
    }

    /** When the runs of a date begin, epoch milliseconds. */
    static long beginsAt(LocalDate date, Calendar calendar) {
      return startOf(date, calendar) + calendar.spreadMillis() % SPREAD_MILLIS;
    }

    private static long startOf(LocalDate date, Calendar calendar) {
      return date.atStartOfDay(calendar.zone()).toInstant().toEpochMilli();
    }

    Run run(Rule rule, LocalDate date, RuleStage.View view) {
      return rule.run("", "@" + date, startOf(date, view.calendar()), view);
    }
  }
}
