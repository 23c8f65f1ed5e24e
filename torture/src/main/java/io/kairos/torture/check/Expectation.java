package io.kairos.torture.check;

import io.kairos.torture.oracle.ExpectedTrigger;
import io.kairos.torture.oracle.NotCovered;
import io.kairos.torture.oracle.Oracle;
import io.kairos.torture.oracle.OracleSetup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reference says must have gone out.
 *
 * @param triggers in no order
 * @param customers how many there are in the log
 * @param uncovered the customers of whom the reference says nothing, each with what it does not
 *     know; they are not judged
 */
public record Expectation(
    List<ExpectedTrigger> triggers, int customers, Map<String, String> uncovered) {

  /** Asks the reference, customer by customer: none is judged by another one's events. */
  public static Expectation of(OracleSetup setup, InputLog log) {
    List<ExpectedTrigger> triggers = new ArrayList<>();
    Map<String, String> uncovered = new HashMap<>();
    log.byCustomer()
        .forEach(
            (customer, records) -> {
              try {
                triggers.addAll(Oracle.expected(setup, records));
              } catch (NotCovered e) {
                uncovered.put(customer, e.getMessage());
              }
            });
    return new Expectation(triggers, log.byCustomer().size(), uncovered);
  }
}
