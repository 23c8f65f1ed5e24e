package io.kairos.engine.condition;

/** How a value changes by time alone. */
public interface Motion<V> {
  /** The instant of what never happens. */
  long NEVER = Long.MAX_VALUE;

  /** Of a value that only events change. */
  Motion<Object> STILL = view -> NEVER;

  /**
   * The first instant after the view's at which the value is another one if no event comes, in
   * milliseconds of the epoch; {@link #NEVER} if it stays.
   */
  long changes(V view);

  /**
   * The first instant after the view's at which the comparison may come out otherwise if no event
   * comes. Never later than it does; may be earlier, at the price of asking again.
   */
  default long flips(V view, Comparison comparison, double limit) {
    return changes(view);
  }

  /**
   * The first instant after the view's at which it may come to be known or unknown if no event
   * comes. Never later than it does.
   */
  default long appears(V view) {
    return changes(view);
  }

  /**
   * Whether it moves all the time. Where an instant has to be solved for, such a value can be
   * compared only with a constant.
   */
  default boolean continuous() {
    return false;
  }

  @SuppressWarnings("unchecked") // it never looks at a view
  static <V> Motion<V> still() {
    return (Motion<V>) STILL;
  }
}
