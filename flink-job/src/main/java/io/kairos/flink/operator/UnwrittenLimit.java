package io.kairos.flink.operator;

/**
 * How many customers may be unwritten: as many as the steps to the next checkpoint can write in
 * small portions, so that the barrier finds few. How many steps there are is known from the
 * checkpoint before; no clock is asked. Until the first one, each could be the last.
 */
final class UnwrittenLimit {
  /** What a barrier may find. */
  static final int LEAST = 4_096;

  /** What a step can write beside its work. */
  static final int PORTION = 2_048;

  private int expected;
  private int steps;

  /** The limit after one more step of the watermark. */
  int step() {
    steps++;
    int left = Math.max(0, expected - steps);
    return (int) Math.min(Integer.MAX_VALUE, LEAST + (long) PORTION * left);
  }

  /** A checkpoint's barrier passes. */
  void barrier() {
    expected = steps;
    steps = 0;
  }
}
