package io.kairos.local.backtest;

import io.kairos.local.CommandError;
import java.time.Instant;
import java.util.List;

/**
 * What was read.
 *
 * @param told by the source, for people
 * @param input what came in
 */
record History(List<String> told, InputTally input) {

  /**
   * @throws CommandError if no event is left
   */
  History {
    if (input.events().isEmpty()) {
      throw new CommandError(
          "nothing to backtest: no event is left%s; check --format, --to and what was left out"
              .formatted(input.rejected().isEmpty() ? "" : " of rejected " + input.rejected()));
    }
  }

  /** Where the input begins. */
  Instant first() {
    return Instant.ofEpochMilli(input.firstMillis());
  }

  /**
   * The time that counts; without an end of its own it ends with the last event.
   *
   * @throws CommandError if it begins after that
   */
  Window window(BacktestRequest request) {
    Instant end = request.period().to().orElse(Instant.ofEpochMilli(input.lastMillis()));
    Instant from = request.period().from().orElse(first());
    if (from.isAfter(end)) {
      throw new CommandError(
          "nothing to count: the input ends at %s, before --from %s".formatted(end, from));
    }
    return new Window(from.toEpochMilli(), end.toEpochMilli(), request.shop());
  }
}
