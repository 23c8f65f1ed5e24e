package io.kairos.engine.rule;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs that are open for a customer, and what rules wait for.
 *
 * @param open at most {@value #MOST}, in the order in which they began
 * @param holding {@link Marks} of the rules whose {@code becomes} holds now: it begins nothing
 *     again before it has failed
 * @param heard what rules with {@code following} have heard of
 * @param watch when to look again
 */
public record Agenda(List<Run> open, List<Integer> holding, List<Heard> heard, Watch watch) {
  public static final Agenda EMPTY = new Agenda(List.of(), List.of(), List.of(), Watch.NEVER);

  /** Most rules that can wait for something to become true, or follow something. */
  static final int MOST_WATCHING = 32;

  /** Most marks of what holds: that of a rule and that of its shadow, and as many silences. */
  static final int MOST_HOLDING = 3 * MOST_WATCHING;

  /** Most runs that a customer can have open. */
  public static final int MOST = 16;

  /** Most messages that can wait for the end of quiet hours. */
  public static final int MOST_HELD = 8;

  /** Most bytes that runs take together: room for rule, key and kept text of 40 letters in all. */
  static final int MOST_BYTES = 1024;

  /**
   * When something was heard of that a rule's start may follow.
   *
   * @param mark tells the rule
   * @param millis event time, epoch milliseconds
   */
  public record Heard(int mark, long millis) {}

  /**
   * When to look again, epoch milliseconds; {@link Long#MAX_VALUE} for never.
   *
   * @param conditionMillis when time alone may make a condition true or false
   * @param dateMillis when the next date begins
   */
  public record Watch(long conditionMillis, long dateMillis) {
    static final Watch NEVER = new Watch(Long.MAX_VALUE, Long.MAX_VALUE);

    /** The same object where nothing changed. */
    Watch with(long condition, long date) {
      return condition == conditionMillis && date == dateMillis ? this : new Watch(condition, date);
    }

    long next() {
      return Math.min(conditionMillis, dateMillis);
    }
  }

  /** When time alone may begin something, epoch milliseconds. */
  public long checkAtMillis() {
    return watch.next();
  }

  /** Whether these are more than a customer can have open. */
  static boolean isOver(List<Run> open) {
    return open.size() > MOST
        || open.size() > MOST / 4 && open.stream().mapToInt(Run::bytes).sum() > MOST_BYTES;
  }

  Agenda withOpen(List<Run> runs) {
    return new Agenda(List.copyOf(runs), holding, heard, watch);
  }

  /** With a run as it has become; without it where {@code run} is null. */
  Agenda replacing(Run old, Run run) {
    List<Run> next = new ArrayList<>(open.size());
    for (Run other : open) {
      if (!other.is(old)) {
        next.add(other);
      } else if (run != null) {
        next.add(run);
      }
    }
    return withOpen(next);
  }

  /** The run as it is now. */
  Run current(Run run) {
    for (Run other : open) {
      if (other.is(run)) {
        return other;
      }
    }
    throw new IllegalStateException("No run of " + run.rule() + " is open at " + run.occasion());
  }

  public void pack(Packer out) {
    out.list(open, Run::pack).list(holding, (mark, to) -> to.hash(mark, 4));
    out.instant(watch.conditionMillis(), 0, Long.MAX_VALUE);
    if (watch.dateMillis() != Long.MAX_VALUE || !heard.isEmpty()) {
      out.instant(watch.dateMillis(), 0, Long.MAX_VALUE);
      out.list(heard, (one, to) -> to.hash(one.mark(), 4).number(one.millis()));
    }
  }

  public static Agenda unpack(Unpacker in) {
    List<Run> open = in.list(Run::unpack);
    List<Integer> holding = in.list(from -> (int) from.hash(4));
    long condition = in.instant(0, Long.MAX_VALUE);
    boolean more = in.more();
    long date = more ? in.instant(0, Long.MAX_VALUE) : Long.MAX_VALUE;
    List<Heard> heard =
        more ? in.list(from -> new Heard((int) from.hash(4), from.number())) : List.of();
    return new Agenda(open, holding, heard, new Watch(condition, date));
  }
}
