package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.Expression;
import io.kairos.engine.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way in which a message can go out.
 *
 * @param when null for always
 * @param channels the first with consent and reach is taken
 * @param content what the sender is to say
 * @param validForMillis how long after the release it may be sent, above 0
 */
public record Case(
    Condition<Facts> when, List<String> channels, Content content, long validForMillis) {

  /**
   * What the sender is to say.
   *
   * @param template key of the message that the sender knows
   * @param offer key of an offer that the sender knows; null for none
   * @param data values for the message by name, at most {@value #MOST_DATA}
   */
  public record Content(String template, String offer, Map<String, Expression<Facts>> data) {
    static final int MOST_DATA = 16;

    /** The values for a customer; what is not known is left out. */
    public Map<String, String> values(Facts facts) {
      Map<String, String> values = new TreeMap<>();
      data.forEach((name, value) -> value.show(facts).ifPresent(text -> values.put(name, text)));
      return values;
    }
  }

  boolean holds(Facts facts) {
    return when == null || when.test(facts).holds();
  }
}
