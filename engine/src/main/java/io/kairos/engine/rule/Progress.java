package io.kairos.engine.rule;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a run has come. What an earlier build wrote has places instead of marks, and numbers from
 * 1 for variants, until a rule tells the names.
 *
 * @param variant {@link Name#mark} of the customer's variant; 0 for none
 * @param decided the steps whose fate is decided
 * @param holds steps that wait for the end of quiet hours
 */
public record Progress(int variant, Decided decided, List<Hold> holds) {

  /**
   * A step that waits for the end of quiet hours.
   *
   * @param step its {@link Name#mark}
   * @param untilMillis epoch milliseconds
   */
  public record Hold(int step, long untilMillis) {}

  static Progress of(int variant) {
    return new Progress(variant, Decided.NOTHING, List.of());
  }

  boolean isDecided(Name step) {
    return decided.has(step);
  }

  /** Until when a step is held; {@link Long#MIN_VALUE} if it is not. */
  long heldUntil(Name step) {
    for (int i = 0; i < holds.size(); i++) {
      if (step.is(holds.get(i).step())) {
        return holds.get(i).untilMillis();
      }
    }
    return Long.MIN_VALUE;
  }

  boolean isHeld(Name step) {
    return heldUntil(step) != Long.MIN_VALUE;
  }

  Progress deciding(Name step) {
    return new Progress(variant, decided.with(step), without(step));
  }

  /** Holding a step, and no more those whose time was over by {@code now} and that are gone. */
  Progress holding(Name step, long untilMillis, long now) {
    List<Hold> next = new ArrayList<>(without(step));
    next.removeIf(hold -> hold.untilMillis() < now);
    next.add(new Hold(step.mark(), untilMillis));
    return new Progress(variant, decided, List.copyOf(next));
  }

  /** Moved: nothing is held any more. */
  Progress moved() {
    return new Progress(variant, decided, List.of());
  }

  private List<Hold> without(Name step) {
    return holds.isEmpty() ? holds : holds.stream().filter(h -> !step.is(h.step())).toList();
  }

  /** Whether all is remembered by marks. */
  boolean isNamed() {
    return (variant == 0 || !Name.isPlace(variant)) && decided.isNamed() && areNamed(holds);
  }

  private static boolean areNamed(List<Hold> holds) {
    for (int i = 0; i < holds.size(); i++) {
      if (Name.isPlace(holds.get(i).step())) {
        return false;
      }
    }
    return true;
  }

  /** With marks instead of places, under a variant and its steps. */
  Progress named(int mark, List<Step> steps) {
    List<Hold> held =
        holds.stream()
            .filter(hold -> Name.isThere(hold.step(), steps))
            .map(hold -> new Hold(Name.markOf(hold.step(), steps), hold.untilMillis()))
            .toList();
    return new Progress(mark, decided.named(steps), held);
  }

  /** Whether there is nothing to say of it but what is decided. */
  boolean isSimple() {
    return variant == 0 && holds.isEmpty();
  }

  /** Without what is decided. Instants are counted from another, so that they are short. */
  void pack(Packer out, long since) {
    out.unsigned(variant);
    out.list(holds, (hold, to) -> to.unsigned(hold.step()).number(hold.untilMillis() - since));
  }

  static Progress unpack(Unpacker in, long since, Decided decided) {
    int variant = in.unsignedInt();
    List<Hold> holds = in.list(from -> new Hold(from.unsignedInt(), since + from.number()));
    return new Progress(variant, decided, holds);
  }
}
