package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import io.kairos.local.CommandError;
import java.util.Optional;

/** What turns a rule off and on without a change of its body. */
public enum Switch {
  /** Nothing is decided until it is resumed. */
  PAUSE("Paused") {
    @Override
    Status status(History history) {
      return Status.PAUSED;
    }

    @Override
    Period period(History history) {
      return new Period(Optional.empty(), history.latest().revision().terms().period().to());
    }
  },

  /** What a pause took away is back. */
  RESUME("Resumed") {
    @Override
    Status status(History history) {
      return history.lastRunning().map(Revision::status).orElse(Status.ACTIVE);
    }

    @Override
    Period period(History history) {
      return history.lastRunning().orElse(history.latest().revision()).terms().period();
    }
  },

  /** The rule is no more; a rollback brings it back. */
  WITHDRAW("Withdrew") {
    @Override
    Status status(History history) {
      return Status.WITHDRAWN;
    }

    @Override
    Period period(History history) {
      return Period.OPEN;
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

  abstract Status status(History history);

  abstract Period period(History history);

  /**
   * The next version of a rule.
   *
   * @throws CommandError if that would change nothing, or the rule is withdrawn
   */
  public Revision next(History history, Authorship by) {
    Revision last = history.latest().revision();
    requireOther(last);
    return new Revision(
        last.id(),
        history.next(),
        status(history),
        last.body(),
        new Revision.Terms(period(history), by.author(), by.note()));
  }

  private void requireOther(Revision last) {
    String title = last.id().title();
    if (last.status() == Status.WITHDRAWN) {
      throw new CommandError(
          "%s is withdrawn: bring it back with ./kairos rules publish --rollback %s --to VERSION"
              .formatted(title, title));
    } else if (this == PAUSE && last.status() == Status.PAUSED) {
      throw new CommandError(title + " is paused already");
    } else if (this == RESUME && last.status() != Status.PAUSED) {
      throw new CommandError(title + " is not paused");
    }
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
