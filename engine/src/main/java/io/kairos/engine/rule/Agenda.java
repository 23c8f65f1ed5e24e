package io.kairos.engine.rule;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.List;

/**
 * The runs that are open for a customer.
 *
 * @param open at most {@value #MOST}, in the order in which they began
 */
public record Agenda(List<Run> open) {
  public static final Agenda EMPTY = new Agenda(List.of());

  /** Most runs that a customer can have open. */
  public static final int MOST = 16;

  /** Most bytes that they take together; only runs of the longest names come near. */
  static final int MOST_BYTES = 700;

  /** Whether these are more than a customer can have open. */
  static boolean isOver(List<Run> open) {
    return open.size() > MOST
        || open.size() > MOST / 4 && open.stream().mapToInt(Run::bytes).sum() > MOST_BYTES;
  }

  public void pack(Packer out) {
    out.list(open, Run::pack);
  }

  public static Agenda unpack(Unpacker in) {
    return new Agenda(in.list(Run::unpack));
  }
}
