package io.kairos.engine.interest;

/**
 * One thing that shows an interest.
 *
 * @param kind what was done
 * @param weight what it counts, above 0
 * @param timeMillis event time, epoch milliseconds
 * @param category a path; null for none
 * @param brand null for none
 * @param content kind of content; null for none
 * @param unitMinor price of one unit in minor units; 0 where not known
 */
public record Act(
    Kind kind,
    double weight,
    long timeMillis,
    String category,
    String brand,
    String content,
    long unitMinor) {

  /** What was done. */
  public enum Kind {
    VIEW,
    LIKE,
    CART,
    ORDER
  }
}
