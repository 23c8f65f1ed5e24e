package io.kairos.torture.check;

import io.kairos.torture.oracle.ExpectedTrigger;
import io.kairos.torture.oracle.LoggedRecord;
import io.kairos.torture.oracle.NotCovered;
import io.kairos.torture.oracle.Oracle;
import io.kairos.torture.oracle.OracleSetup;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the reference says must have gone out to a customer.
 *
 * @param triggers in no order
 * @param uncovered what the reference does not know of the customer, who is not judged then; null
 *     for one who is
 */
public record Expectation(String customerId, List<ExpectedTrigger> triggers, String uncovered) {

  /**
   * Asks the reference, customer by customer: none is judged by another one's events. It is asked
   * when the next one is taken, so that the triggers of one alone are in memory.
   */
  public static Stream<Expectation> of(OracleSetup setup, InputLog log) {
    return log.byCustomer().entrySet().stream()
        .map(customer -> of(setup, customer.getKey(), customer.getValue()));
  }

  private static Expectation of(
      OracleSetup setup, String customer, Iterable<LoggedRecord> records) {
    try {
      return new Expectation(customer, Oracle.expected(setup, records), null);
    } catch (NotCovered e) {
      return new Expectation(customer, List.of(), e.getMessage());
    }
  }

  boolean isCovered() {
    return uncovered == null;
  }
}
