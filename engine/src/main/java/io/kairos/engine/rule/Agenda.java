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

  public void pack(Packer out) {
    out.list(open, Run::pack);
  }

  public static Agenda unpack(Unpacker in) {
    return new Agenda(in.list(Run::unpack));
  }
}
