package io.kairos.local.export;

import io.kairos.local.CommandError;

/**
 * What to export.
 *
 * @param limit at most so many rows, the first ones; at least 1
 */
public record ExportRequest(ExportTopic topic, RowFilter filter, long limit) {

  /** Checks that the parts fit. */
  public ExportRequest {
    if (limit < 1) {
      throw new CommandError("--limit must be at least 1, but is " + limit);
    }
    if (filter.rule().isPresent() && !topic.hasRule()) {
      throw new CommandError("--rule goes with triggers or decisions: " + topic + " have no rule");
    }
    if (isEmptySpan(filter)) {
      throw new CommandError("--from must be before --to");
    }
  }

  private static boolean isEmptySpan(RowFilter filter) {
    return filter.from().isPresent()
        && filter.to().isPresent()
        && !filter.from().get().isBefore(filter.to().get());
  }
}
