package io.kairos.engine.delivery;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.Finding;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Experiment;
import io.kairos.engine.rule.Plan;
import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The gates of delivery, in the order in which they are asked. */
final class Gates {
  private static final List<Gate> IN_ORDER =
      List.of(
          Gates::status,
          Gates::live,
          Gates::ahead,
          Gates::quiet,
          Gates::person,
          Gates::when,
          Gates::aCase,
          Gates::consent,
          Gates::again,
          new CapGate(),
          Gates::holdout,
          Gates::shadow);

  private Gates() {}

  /** The first that speaks against the candidate. */
  static Optional<Verdict> ask(Question question) {
    for (Gate gate : IN_ORDER) {
      Optional<Verdict> verdict = gate.ask(question);
      if (verdict.isPresent()) {
        return verdict;
      }
    }
    return Optional.empty();
  }

  /** Until when a candidate waits for the end of quiet hours; its own instant if it does not. */
  static long ringsAt(Question question) {
    boolean waits =
        question.manner().quiet() == Plan.Quiet.HOLD
            && !question.isRehearsed()
            && status(question).isEmpty()
            && live(question).isEmpty()
            && ahead(question).isEmpty();
    return waits ? afterQuietHours(question) : question.now();
  }

  private static long afterQuietHours(Question question) {
    return question
        .set()
        .policy()
        .quiet()
        .from(question.likelyChannel(), question.now(), question.facts().calendar());
  }

  private static Optional<Verdict> status(Question question) {
    Status status = question.set().book().statusOf(question.candidate().run());
    return switch (status) {
      case PAUSED -> Optional.of(new Verdict(Fate.PAUSED, null, null));
      case WITHDRAWN -> Optional.of(new Verdict(Fate.WITHDRAWN, null, null));
      default -> Optional.empty();
    };
  }

  /** Before the shop goes live nothing goes out. */
  private static Optional<Verdict> live(Question question) {
    long from = question.set().policy().audience().liveFromMillis();
    return question.now() < from
        ? Optional.of(new Verdict(Fate.NOT_LIVE, null, Instant.ofEpochMilli(from).toString()))
        : Optional.empty();
  }

  /** What is to be ahead of an instant does not go out at it or later. */
  private static Optional<Verdict> ahead(Question question) {
    Candidate candidate = question.candidate();
    long instant = candidate.message().waiting().delay().aheadOf(candidate.run());
    return question.now() >= instant
        ? Optional.of(new Verdict(Fate.NO_TIME, null, Instant.ofEpochMilli(instant).toString()))
        : Optional.empty();
  }

  private static Optional<Verdict> quiet(Question question) {
    boolean drops = question.manner().quiet() == Plan.Quiet.DROP && !question.isRehearsed();
    long rings = drops ? afterQuietHours(question) : question.now();
    return rings > question.now()
        ? Optional.of(
            new Verdict(
                Fate.QUIET_HOURS, question.likelyChannel(), "until " + Instant.ofEpochMilli(rings)))
        : Optional.empty();
  }

  /** No message goes to what is no person: its events come too fast. */
  private static Optional<Verdict> person(Question question) {
    return question.facts().profile().behaviour().rate().isBot(question.now())
        ? Optional.of(new Verdict(Fate.BOT, null, null))
        : Optional.empty();
  }

  private static Optional<Verdict> when(Question question) {
    Optional<Verdict> ofRule = when(question.candidate().rule().when(), question.facts());
    return ofRule.isPresent()
        ? ofRule
        : when(question.candidate().message().when(), question.facts());
  }

  private static Optional<Verdict> when(List<Condition<Facts>> conditions, Facts facts) {
    for (Condition<Facts> condition : conditions) {
      if (!condition.test(facts).holds()) {
        Finding failed = condition.failure(facts).orElseThrow();
        return Optional.of(
            new Verdict(
                Fate.CONDITION, failed.subject() + " = " + failed.value(), failed.demand()));
      }
    }
    return Optional.empty();
  }

  /** Whether any way of sending holds. */
  private static Optional<Verdict> aCase(Question question) {
    return question.chosen().isPresent()
        ? Optional.empty()
        : Optional.of(new Verdict(Fate.NO_CASE, null, null));
  }

  private static Optional<Verdict> consent(Question question) {
    Case chosen = question.chosen().orElseThrow();
    if (question.channel(chosen).isPresent()) {
      return Optional.empty();
    }
    boolean allowed = chosen.channels().stream().anyMatch(question::isAllowed);
    return Optional.of(
        new Verdict(
            allowed ? Fate.UNREACHABLE : Fate.NO_CONSENT,
            String.join(", ", chosen.channels()),
            null));
  }

  private static Optional<Verdict> again(Question question) {
    if (question.isRehearsed()) {
      return Optional.empty();
    }
    return question
        .history()
        .heldOffUntil(question.candidate().run(), question.now())
        .map(
            until ->
                new Verdict(
                    Fate.AGAIN,
                    question.candidate().run().key(),
                    until == Long.MAX_VALUE ? "never" : Instant.ofEpochMilli(until).toString()));
  }

  /** The shop's own holdout is of marketing; an experiment's is of its rule. */
  private static Optional<Verdict> holdout(Question question) {
    if (question.isRehearsed()) {
      return Optional.empty();
    }
    double everywhere = question.set().policy().audience().holdout();
    String customer = question.customerId();
    if (question.isMarketing()
        && Experiment.isHeldOut(customer, Experiment.EVERYWHERE, everywhere)) {
      return Optional.of(new Verdict(Fate.HELD_OUT, Experiment.EVERYWHERE, null));
    }
    Experiment own = question.candidate().rule().plan().experiment();
    return own != null && own.holdsOut(customer)
        ? Optional.of(new Verdict(Fate.HELD_OUT, own.name(), null))
        : Optional.empty();
  }

  private static Optional<Verdict> shadow(Question question) {
    return question.isShadow()
        ? Optional.of(new Verdict(Fate.SHADOW, null, null))
        : Optional.empty();
  }
}
