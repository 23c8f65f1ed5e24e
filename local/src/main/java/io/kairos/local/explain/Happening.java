package io.kairos.local.explain;

import java.time.Instant;
import java.util.List;

/** One thing that came of an event, or of time alone. */
sealed interface Happening {

  /** Hands itself to the method of its kind. */
  <R> R tell(Listener<R> listener);

  /** The run that it is about; null for none. */
  default RunName run() {
    return null;
  }

  /** A run began. */
  record Began(RunName run, List<Due> due) implements Happening {
    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.began(this);
    }
  }

  /** What a run waits for was moved. */
  record Moved(RunName run, List<Due> due, List<Due> before) implements Happening {
    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.moved(this);
    }
  }

  /** An event that can start a rule came, and no run of it began: its {@code where} fails. */
  record NotBegun(String rule, String event, List<Asked> asked) implements Happening {
    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.notBegun(this);
    }
  }

  /**
   * A message did not go out.
   *
   * @param asked the comparisons that it came to, as far as they can be told
   */
  record Decided(MessageName message, Verdict verdict, List<Asked> asked) implements Happening {
    @Override
    public RunName run() {
      return message.run();
    }

    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.decided(this);
    }
  }

  /** A message went out. */
  record Sent(MessageName message, Content content, String reason) implements Happening {
    /** What the sender was told; offer null for none. */
    record Content(String channel, String template, String offer, Instant validUntil) {}

    @Override
    public RunName run() {
      return message.run();
    }

    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.sent(this);
    }
  }

  /** A message that had gone out was taken back. */
  record TakenBack(MessageName message, String cause, String reason) implements Happening {
    @Override
    public RunName run() {
      return message.run();
    }

    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.takenBack(this);
    }
  }

  /** The customer is in another group; a null from or to is no group. */
  record Regrouped(Group group, String from, String to) implements Happening {
    /** Kinds of groups. */
    enum Group {
      TIER,
      STAGE,
      SEGMENT
    }

    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.regrouped(this);
    }
  }

  /** A record was not applied. */
  record Refused(String record, String reason, String detail) implements Happening {
    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.refused(this);
    }
  }

  /** The customer was erased. */
  record Erased() implements Happening {
    @Override
    public <R> R tell(Listener<R> listener) {
      return listener.erased(this);
    }
  }

  /** Hears what happened, by its kind. */
  interface Listener<R> {
    R began(Began began);

    R moved(Moved moved);

    R notBegun(NotBegun notBegun);

    R decided(Decided decided);

    R sent(Sent sent);

    R takenBack(TakenBack takenBack);

    R regrouped(Regrouped regrouped);

    R refused(Refused refused);

    R erased(Erased erased);
  }
}
