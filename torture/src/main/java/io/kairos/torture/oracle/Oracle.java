package io.kairos.torture.oracle;

import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What must go out for a log, reckoned in the plainest way: one customer after another, one event
 * after another, no state that is stored, nothing that is incremental where a sum will do.
 *
 * <p>It is written from the documents and shares no code with the engine. What they leave open, the
 * hash of an id and the words of a reason, is written down a second time in {@link Hashes} and
 * {@link Explanation}. It knows the grammar of {@link RuleReading}, and histories within {@link
 * Coverage}, with room for all open runs and with one cart at a time. Where a rule file or a log
 * goes beyond that it throws {@link NotCovered}.
 */
public final class Oracle {
  private Oracle() {}

  /**
   * All triggers of a log, customer by customer, each in the order in which they go out.
   *
   * @param log in any order
   * @throws NotCovered where the rules or the log say what the reference does not know
   */
  public static List<ExpectedTrigger> expected(OracleSetup setup, Iterable<LoggedRecord> log) {
    return expected(setup, RuleReading.read(setup.ruleFile()), log);
  }

  /** The same where the rule file was read already. */
  static List<ExpectedTrigger> expected(
      OracleSetup setup, WrittenRules rules, Iterable<LoggedRecord> log) {
    List<ExpectedTrigger> expected = new ArrayList<>();
    new LogReading(setup)
        .byCustomer(log)
        .forEach(
            (customer, events) ->
                live(customer, events, setup, rules, t -> expected.add(ExpectedTrigger.of(t))));
    return expected;
  }

  private static void live(
      String customer,
      List<Happening> events,
      OracleSetup setup,
      WrittenRules rules,
      Consumer<Trigger> out) {
    Life life = new Life(customer, setup, rules, out);
    long erasedMillis = Long.MIN_VALUE;
    for (Happening event : events) {
      if (event.positionMillis() > setup.untilMillis()) {
        break;
      }
      life.passTo(event.positionMillis() - 1);
      if (event.timeMillis() <= erasedMillis) {
        continue;
      }
      if (isErasure(event)) {
        life.erase(event.positionMillis());
        life = new Life(customer, setup, rules, out);
        erasedMillis = event.positionMillis();
      } else {
        life.hear(event);
      }
    }
    life.passTo(setup.untilMillis());
  }

  private static boolean isErasure(Happening event) {
    return event.record() instanceof CustomerEvent said && said.getType() == CustomerType.ERASE;
  }
}
