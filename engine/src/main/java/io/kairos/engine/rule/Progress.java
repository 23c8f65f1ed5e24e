package io.kairos.engine.rule;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a run has come.
 *
 * @param variant number of the customer's variant, from 1; 0 for none
 * @param decided one bit for each step whose fate is decided
 * @param holds steps that wait for the end of quiet hours
 */
public record Progress(int variant, int decided, List<Hold> holds) {

  /**
   * A step that waits for the end of quiet hours.
   *
   * @param step its place
   * @param untilMillis epoch milliseconds
   */
  public record Hold(int step, long untilMillis) {}

  static Progress of(int variant) {
    return deciding(0, variant);
  }

  boolean isDecided(int step) {
    return (decided & 1 << step) != 0;
  }

  /** Until when a step is held; {@link Long#MIN_VALUE} if it is not. */
  long heldUntil(int step) {
    for (int i = 0; i < holds.size(); i++) {
      if (holds.get(i).step() == step) {
        return holds.get(i).untilMillis();
      }
    }
    return Long.MIN_VALUE;
  }

  boolean isHeld(int step) {
    return heldUntil(step) != Long.MIN_VALUE;
  }

  Progress deciding(int step) {
    return new Progress(variant, decided | 1 << step, without(step));
  }

  Progress holding(int step, long untilMillis) {
    List<Hold> next = new ArrayList<>(without(step));
    next.add(new Hold(step, untilMillis));
    return new Progress(variant, decided, List.copyOf(next));
  }

  /** Moved: nothing is held any more. */
  Progress moved() {
    return new Progress(variant, decided, List.of());
  }

  private List<Hold> without(int step) {
    return holds.isEmpty() ? holds : holds.stream().filter(h -> h.step() != step).toList();
  }

  /** Whether there is nothing to say of it but what is decided. */
  boolean isSimple() {
    return variant == 0 && holds.isEmpty();
  }

  static Progress deciding(int decided, int variant) {
    return new Progress(variant, decided, List.of());
  }

  /** Without what is decided. Instants are counted from another, so that they are short. */
  void pack(Packer out, long since) {
    out.unsigned(variant);
    out.list(holds, (hold, to) -> to.unsigned(hold.step()).number(hold.untilMillis() - since));
  }

  static Progress unpack(Unpacker in, long since, int decided) {
    int variant = in.unsignedInt();
    List<Hold> holds = in.list(from -> new Hold(from.unsignedInt(), since + from.number()));
    return new Progress(variant, decided, holds);
  }
}
