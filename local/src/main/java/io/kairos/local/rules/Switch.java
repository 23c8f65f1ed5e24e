package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import io.kairos.local.CommandError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What turns a rule off and on without a change of its body. */
public enum Switch {
  /** Nothing is decided until it is resumed. */
  PAUSE("Paused") {
    @Override
    List<Revision> wanted(History history, Instant from) {
      Revision current = current(history, from);
      return List.of(current.as(Status.PAUSED).during(current.terms().period().atOnce()));
    }
  },

  /** What a pause took away is back, at once what holds, and by its date what was planned. */
  RESUME("Resumed") {
    @Override
    List<Revision> wanted(History history, Instant from) {
      return Unpaused.of(history, from).onward(from).stream().map(Published::revision).toList();
    }
  },

  /** The rule is no more; a rollback brings it back. */
  WITHDRAW("Withdrew") {
    @Override
    List<Revision> wanted(History history, Instant from) {
      Revision last = history.latest().revision();
      return List.of(last.as(Status.WITHDRAWN).during(Period.OPEN));
    }
  };

  private final String done;

  Switch(String done) {
    this.done = done;
  }

  /** How a sentence begins that says it was done. */
  public String done() {
    return done;
  }

  /** What is to hold from an instant on, under numbers that count for nothing. */
  abstract List<Revision> wanted(History history, Instant from);

  /**
   * The next versions of a rule.
   *
   * @throws CommandError if they would change nothing, or the rule is withdrawn
   */
  public List<Revision> next(History history, Authorship by, Activation at) {
    requireOther(history, at.earliest());
    List<Revision> next = new ArrayList<>();
    for (Revision one : wanted(history, at.earliest())) {
      next.add(one.again(history.next() + next.size(), by));
    }
    return next;
  }

  private void requireOther(History history, Instant from) {
    String title = history.id().title();
    Status status =
        (this == WITHDRAW ? history.latest().revision() : current(history, from)).status();
    if (status == Status.WITHDRAWN) {
      throw new CommandError(
          "%s is withdrawn: bring it back with ./kairos rules publish --rollback %s --to VERSION"
              .formatted(title, title));
    } else if (this == PAUSE && staysPaused(history, from)) {
      throw new CommandError(title + " is paused already");
    } else if (this == RESUME && status != Status.PAUSED) {
      throw new CommandError(title + " is not paused");
    }
  }

  private static Revision current(History history, Instant from) {
    return history.onward(from).get(0).revision();
  }

  private static boolean staysPaused(History history, Instant from) {
    return history.onward(from).stream().allMatch(one -> one.revision().status() == Status.PAUSED);
  }

  /**
   * The next version of the switch that pauses all rules.
   *
   * @throws CommandError if that would change nothing
   */
  public Revision nextOfAll(Ledger ledger, Authorship by) {
    DeclarationId id = DeclarationId.KILL_SWITCH;
    boolean paused =
        ledger.latest(id).filter(one -> one.revision().status() == Status.PAUSED).isPresent();
    if (paused == (this == PAUSE)) {
      throw new CommandError(paused ? "all rules are paused already" : "not all rules are paused");
    }
    return new Revision(
        id,
        ledger.next(id),
        this == PAUSE ? Status.PAUSED : Status.ACTIVE,
        "",
        new Revision.Terms(Period.OPEN, by.author(), by.note()));
  }
}
