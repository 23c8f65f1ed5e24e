package io.kairos.engine.event;

/**
 * The smallest and the largest amount that an event carries, in minor units; 0 where it carries
 * none.
 */
public record AmountRange(long least, long most) {
  public static final AmountRange NONE = new AmountRange(0, 0);

  /** The range widened to these amounts. */
  public AmountRange with(long... amounts) {
    long low = least;
    long high = most;
    for (long amount : amounts) {
      low = Math.min(low, amount);
      high = Math.max(high, amount);
    }
    return new AmountRange(low, high);
  }
}
