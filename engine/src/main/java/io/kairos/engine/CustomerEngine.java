package io.kairos.engine;

import io.kairos.engine.event.Event;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.Person;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Edition;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.RuleSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The decisions about one customer, as a pure function of the customer's events in order and of the
 * rules. The one place where the stages meet. For use by one thread.
 */
public final class CustomerEngine {
  /** The interval of profiles that are never published. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Editions whose stages are kept; those of a long catch-up are made anew. */
  private static final int MOST_STAGES = 64;

  /** Over how long customers at rest are looked at after a change of the rules: an hour. */
  private static final long TURN_SPREAD_MILLIS = 60 * 60 * 1000L;

  private final RuleHistory history;
  private final Shop shop;
  private final Map<Edition, Stages> stages = new IdentityHashMap<>();
  private Edition lastEdition;
  private Stages lastStages;
  private CustomerState lastState;
  private long lastDeadline;
  private int lastEditions;
  final long publishEveryMillis;

  /**
   * The engine of a shop whose rules never change.
   *
   * @param publishEveryMillis least event time between two publications of a profile that no
   *     trigger asks for, at least 0
   */
  public CustomerEngine(RuleSet rules, Shop shop, long publishEveryMillis) {
    this(RuleHistory.of(rules), shop, publishEveryMillis);
  }

  /**
   * The engine of a shop.
   *
   * @param history may be added to between two calls, as long as what is added takes effect after
   *     every horizon so far
   * @param publishEveryMillis least event time between two publications of a profile that no
   *     trigger asks for, at least 0; {@link #NEVER} where none is to be published
   */
  public CustomerEngine(RuleHistory history, Shop shop, long publishEveryMillis) {
    this.history = history;
    this.shop = shop;
    this.publishEveryMillis = publishEveryMillis;
  }

  /**
   * Applies events and fires deadlines strictly by time, events before deadlines at the same
   * instant, up to and including an instant. Cutting the way there into steps changes nothing.
   *
   * @param events in {@link Event#ORDER}, none later than the horizon, all that there will be up to
   *     it
   * @param horizonMillis epoch milliseconds
   */
  public CustomerState advance(
      CustomerState state, List<Event> events, long horizonMillis, Outputs out) {
    Course course = new Course(this, state, out);
    for (Event event : events) {
      course.apply(event);
    }
    long next = course.settle(horizonMillis);
    lastState = course.state();
    lastDeadline = next;
    lastEditions = history.editions().size();
    return lastState;
  }

  /** Whether profiles are published. */
  public boolean publishes() {
    return publishEveryMillis != NEVER;
  }

  /** The next instant at which something is due; {@link Long#MAX_VALUE} for never. */
  public long nextDeadline(CustomerState state) {
    return state == lastState && history.editions().size() == lastEditions
        ? lastDeadline
        : new Course(this, state, null).nextDeadline();
  }

  /** Whether this is the first look at a customer since the rules changed. */
  boolean isTurn(Clock clock, long now) {
    long settled = clock.settledMillis();
    return isRefiled(clock) || settled != Long.MIN_VALUE && history.turnAfter(settled) <= now;
  }

  /** Whether the rules are others than at the instant up to which a customer is settled. */
  boolean isAnew(Clock clock, long now) {
    return clock.settledMillis() < history.at(now).fromMillis() || isTurn(clock, now);
  }

  /** Whether the last look at a customer was under another rule file. */
  boolean isRefiled(Clock clock) {
    return clock.file() != history.file();
  }

  /** A customer's clock after a look. */
  Clock looked(Clock clock) {
    return clock.under(history.file());
  }

  /** When a customer is looked at after a change of the rules; {@link Long#MAX_VALUE} for never. */
  long turnOf(long settledMillis, LongSupplier spreadMillis) {
    long turn = settledMillis == Long.MIN_VALUE ? Long.MAX_VALUE : history.turnAfter(settledMillis);
    return turn == Long.MAX_VALUE ? turn : turn + spreadMillis.getAsLong() % TURN_SPREAD_MILLIS;
  }

  /**
   * When inactivity is long enough for a rule next, under the rules that are in effect by then.
   *
   * @param settled after which instant, epoch milliseconds
   * @param before later ones need not be told apart, epoch milliseconds
   */
  long nextSilence(Activity activity, long settled, LongSupplier spreadMillis, long before) {
    List<Edition> editions = history.editions();
    int place = history.placeAt(settled + 1);
    while (place < editions.size()) {
      boolean last = place == editions.size() - 1;
      long end = last ? Long.MAX_VALUE : editions.get(place + 1).fromMillis();
      long from = editions.get(place).fromMillis();
      long least = from <= settled ? settled : from - 1;
      Stages under = of(editions.get(place));
      long silence = under.rules().nextSilence(activity, spreadMillis, least);
      if (silence < end || end > before) {
        return silence < end ? silence : Long.MAX_VALUE;
      }
      place++;
    }
    return Long.MAX_VALUE;
  }

  /** The profile as of an instant, epoch milliseconds. */
  public Snapshot snapshot(CustomerState state, long asOfMillis) {
    return new Course(this, state, null).snapshot(asOfMillis);
  }

  /** The messages of a customer that are neither sent nor stopped yet. */
  public List<Candidate> waiting(CustomerState state) {
    long settled = state.clock().settledMillis();
    return at(settled).rules().waiting(state.agenda(), settled);
  }

  /** The stages in effect at an instant. */
  Stages at(long millis) {
    return of(history.at(millis));
  }

  private Stages of(Edition edition) {
    if (edition != lastEdition) {
      if (stages.size() >= MOST_STAGES) {
        stages.clear();
      }
      lastStages = stages.computeIfAbsent(edition, e -> Stages.of(e, shop));
      lastEdition = edition;
    }
    return lastStages;
  }

  Calendar calendar(Person person, long spreadMillis) {
    return new Calendar(shop, person.zone(shop), spreadMillis);
  }
}
