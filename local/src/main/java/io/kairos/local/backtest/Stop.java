package io.kairos.local.backtest;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import java.util.regex.Pattern;

/**
 * What stopped candidates: a gate, by its fate, and what it named.
 *
 * @param detail the event, condition, channels or cap; empty where it is of one customer only
 */
public record Stop(Fate fate, String detail) {
  static final String CAPS = "caps";

  /** As in {@code cart.value = 12.00}. */
  private static final Pattern OWN = Pattern.compile(" = .*", Pattern.DOTALL);

  /** As in {@code == favourite.item (lamp (red))}: a text can hold anything. */
  private static final Pattern OTHERS_FIELD =
      Pattern.compile("^(\\S+ [^\\s'\"]+) \\(.*\\)$", Pattern.DOTALL);

  /** As in {@code > 2 * (orders.last + 1) (12.00)}: a number holds no bracket. */
  private static final Pattern OTHERS_SUM = Pattern.compile(" \\([^()]*\\)$");

  static Stop of(Decision decision) {
    return new Stop(decision.fate(), detail(decision));
  }

  public String gate() {
    return fate.gate();
  }

  public boolean isCap() {
    return gate().equals(CAPS);
  }

  /** Only what is the same for many customers: there are few of them, whatever the input. */
  private static String detail(Decision decision) {
    String value = decision.value() == null ? "" : decision.value();
    String limit = decision.limit() == null ? "" : decision.limit();
    return switch (decision.fate().gate()) {
      case "timing", "consent" -> value;
      case "when" -> (OWN.matcher(value).replaceFirst("") + " " + demand(limit)).strip();
      case CAPS, "priority" -> limit;
      default -> "";
    };
  }

  /** A comparison with a field or a sum has the customer's own value of it at its end. */
  private static String demand(String limit) {
    String ofField = OTHERS_FIELD.matcher(limit).replaceFirst("$1");
    return OTHERS_SUM.matcher(ofField).replaceFirst("");
  }

  /** What it named, or its reason where it named nothing. */
  String named() {
    return detail.isEmpty() ? fate.name() : detail;
  }

  @Override
  public String toString() {
    return gate() + ": " + fate + (detail.isEmpty() ? "" : ", " + detail);
  }
}
