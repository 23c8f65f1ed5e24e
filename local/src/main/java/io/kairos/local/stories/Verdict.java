package io.kairos.local.stories;

import io.kairos.engine.delivery.Fate;
import io.kairos.wire.Decision;
import java.time.DateTimeException;
import java.time.Instant;

/** Says why a candidate did not go out. */
public record Verdict(Decision decision, TimeWriter times) {

  /** {@code cart.value = 42.00, needs >= 50}; for other gates the reason with what they saw. */
  public String text() {
    if (decision.getReason().equals(Fate.CONDITION.name())) {
      return decision.getValue() + ", needs " + decision.getLimit();
    }
    String seen = decision.getValue() == null ? "" : decision.getValue();
    String limit = decision.getLimit() == null ? "" : time(decision.getLimit());
    String detail = seen + (seen.isEmpty() || limit.isEmpty() ? "" : ", ") + limit;
    return detail.isEmpty() ? decision.getReason() : decision.getReason() + " (" + detail + ")";
  }

  /** A limit that is an instant is until when something holds. */
  private String time(String limit) {
    try {
      return "until " + times.of(Instant.parse(limit).toEpochMilli());
    } catch (DateTimeException noInstant) {
      return limit;
    }
  }
}
