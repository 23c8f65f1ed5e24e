package io.kairos.local.doctor;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.wire.Topics;
import java.util.Map;
import java.util.Optional;

/**
 * What the job would make of the last records of an input topic.
 *
 * @param name with its prefix
 * @param refused records by reason, with an example of what was wrong
 * @param lateness of the records that were not refused
 * @param stamps what the log says of time
 * @param stopped why no more could be read; empty where it could
 */
record Sample(
    Topics topic,
    String name,
    Map<RejectionReason, Refusals> refused,
    Lateness lateness,
    Stamps stamps,
    Optional<String> stopped) {

  /**
   * @param example what was wrong with the last of them, for people
   */
  record Refusals(int records, String example) {}

  /**
   * @param appended whether the broker stamped all records when they arrived
   * @param aheadMillis how far the newest stamp was ahead of this machine's clock when the record
   *     was read; negative where it was not
   * @param floods how often the job would have stopped for too many unreadable records
   */
  record Stamps(boolean appended, long aheadMillis, int floods) {}

  int records() {
    return lateness.events() + refused.values().stream().mapToInt(Refusals::records).sum();
  }

  double share(RejectionReason reason) {
    Refusals some = refused.get(reason);
    return some == null ? 0 : (double) some.records() / records();
  }
}
