package io.kairos.engine.rule;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of a run whose fate is decided, each by its {@link Name#mark}; those that a rule file
 * has no more among them, since another may have them again. At most {@value #MOST}, the earliest
 * go first.
 */
public final class Decided {
  /** Nearly every open run has nothing decided. */
  public static final Decided NOTHING = new Decided();

  static final int MOST = 2 * Plan.MOST_STEPS;

  private final int[] marks;

  private Decided(int... marks) {
    this.marks = marks;
  }

  /** Those of these marks, at most {@value #MOST}. */
  public static Decided of(int... marks) {
    return marks.length == 0 ? NOTHING : new Decided(marks.clone());
  }

  boolean has(Name step) {
    for (int mark : marks) {
      if (step.is(mark)) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return marks.length == 0;
  }

  /** How many there are. */
  public int size() {
    return marks.length;
  }

  Decided with(Name step) {
    if (has(step)) {
      return this;
    }
    int from = Math.max(0, marks.length + 1 - MOST);
    int[] next = Arrays.copyOfRange(marks, from, marks.length + 1);
    next[next.length - 1] = step.mark();
    return new Decided(next);
  }

  /** Whether it takes no rule to tell which steps they are. */
  boolean isNamed() {
    for (int mark : marks) {
      if (Name.isPlace(mark)) {
        return false;
      }
    }
    return true;
  }

  /** With marks instead of places, which are among these steps. */
  Decided named(List<Step> steps) {
    return of(
        Arrays.stream(marks)
            .filter(mark -> Name.isThere(mark, steps))
            .map(mark -> Name.markOf(mark, steps))
            .toArray());
  }

  void pack(Packer out) {
    out.unsigned(marks.length);
    for (int mark : marks) {
      out.unsigned(mark);
    }
  }

  static Decided unpack(Unpacker in) {
    List<Integer> marks = in.list(Unpacker::unsignedInt);
    return of(marks.stream().mapToInt(Integer::intValue).toArray());
  }

  /** As an earlier build wrote it: one bit for the place of each step. */
  static Decided ofBits(int bits) {
    return bits == 0
        ? NOTHING
        : of(IntStream.range(0, Integer.SIZE).filter(i -> (bits & 1 << i) != 0).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decided decided && Arrays.equals(marks, decided.marks);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(marks);
  }

  @Override
  public String toString() {
    return Arrays.toString(marks);
  }
}
