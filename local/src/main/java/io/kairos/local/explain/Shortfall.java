package io.kairos.local.explain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By how much a number failed a limit. */
final class Shortfall {
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";

  /** A limit that is itself asked for stands in brackets behind its name. */
  private static final Pattern LIMIT =
      Pattern.compile("([<>]=?) (?:" + NUMBER + "|.*\\(" + NUMBER + "\\))");

  private Shortfall() {}

  /** "8.00 short" of a least, "2 over" a most; nothing where no numbers were compared by size. */
  static Optional<String> of(String value, String demand) {
    Matcher limit = LIMIT.matcher(demand);
    if (!value.matches(NUMBER) || !limit.matches()) {
      return Optional.empty();
    }
    String text = limit.group(2) == null ? limit.group(3) : limit.group(2);
    BigDecimal difference = new BigDecimal(value).subtract(new BigDecimal(text));
    String side = limit.group(1).startsWith(">") ? " short" : " over";
    return Optional.of(
        difference.signum() == 0
            ? "exactly at the limit"
            : difference.abs().toPlainString() + side);
  }
}
