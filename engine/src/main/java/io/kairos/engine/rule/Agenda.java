package io.kairos.engine.rule;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.List;

/**
 * The runs that are open for a customer, and what rules wait for to become true.
 *
 * @param open at most {@value #MOST}, in the order in which they began
 * @param holding marks of the rules whose {@code becomes} holds now: it begins nothing again before
 *     it has failed
 * @param checkAtMillis when time alone may change that, epoch milliseconds; {@link Long#MAX_VALUE}
 *     for never
 */
public record Agenda(List<Run> open, List<Integer> holding, long checkAtMillis) {
  public static final Agenda EMPTY = new Agenda(List.of(), List.of(), Long.MAX_VALUE);

  /** Most rules that can wait for something to become true. */
  static final int MOST_HOLDING = 16;

  /** Most runs that a customer can have open. */
  public static final int MOST = 16;

  /** Most bytes that they take together; only runs of the longest names come near. */
  static final int MOST_BYTES = 700;

  /** Whether these are more than a customer can have open. */
  static boolean isOver(List<Run> open) {
    return open.size() > MOST
        || open.size() > MOST / 4 && open.stream().mapToInt(Run::bytes).sum() > MOST_BYTES;
  }

  Agenda withOpen(List<Run> runs) {
    return new Agenda(List.copyOf(runs), holding, checkAtMillis);
  }

  public void pack(Packer out) {
    out.list(open, Run::pack).list(holding, (mark, to) -> to.hash(mark, 4));
    out.instant(checkAtMillis, 0, Long.MAX_VALUE);
  }

  public static Agenda unpack(Unpacker in) {
    return new Agenda(
        in.list(Run::unpack), in.list(from -> (int) from.hash(4)), in.instant(0, Long.MAX_VALUE));
  }
}
