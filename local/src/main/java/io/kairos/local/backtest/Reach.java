package io.kairos.local.backtest;

/**
 * Whom messages went to, and how thickly.
 *
 * @param customers with a message
 * @param customerWeeks weeks of customers with a message in them, from Monday in the shop's zone
 * @param messages in them
 * @param mostInAWeek to one customer
 * @param takenBack messages that were cancelled after they went out
 */
public record Reach(
    long customers, long customerWeeks, long messages, long mostInAWeek, long takenBack) {

  /** Messages of a customer in a week with any; 0 where there was no message. */
  public double perCustomerAndWeek() {
    return customerWeeks == 0 ? 0 : (double) messages / customerWeeks;
  }

  Reach plus(Reach other) {
    return new Reach(
        customers + other.customers,
        customerWeeks + other.customerWeeks,
        messages + other.messages,
        Math.max(mostInAWeek, other.mostInAWeek),
        takenBack + other.takenBack);
  }
}
