package io.kairos.torture.traffic;

import io.kairos.local.traffic.SingleObject;
import io.kairos.torture.oracle.LoggedRecord;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.time.Instant;

/** A campaign's traffic as the log takes it where no fault strikes: each event when it is due. */
public final class PlannedLog {
  /** Of the first event, epoch milliseconds. */
  public static final long BEGIN_MILLIS = Instant.parse("2026-03-10T10:00:00Z").toEpochMilli();

  private static final int EVENTS_A_SECOND = 150;
  private static final int PARTITIONS = 3;

  private PlannedLog() {}

  /** Is handed a log. */
  public interface Taker {
    /** Takes the next record. */
    void take(String customer, Topics topic, LoggedRecord record);
  }

  /** Hands over the records of a campaign that lasts so long. */
  public static void of(long seed, Duration lasts, Taker taker) {
    TrafficPlan plan = TrafficPlan.at(EVENTS_A_SECOND, seed);
    long offset = 0;
    for (PlannedEvent event = plan.next();
        event.dueMillis() < lasts.toMillis();
        event = plan.next()) {
      taker.take(event.customerId(), event.topic(), logged(event, offset++));
    }
  }

  private static LoggedRecord logged(PlannedEvent event, long offset) {
    byte[] value = SingleObject.encode(event.recording().at(BEGIN_MILLIS + event.timeMillis()));
    int partition = Math.floorMod(event.customerId().hashCode(), PARTITIONS);
    return new LoggedRecord(
        event.topic().label(), partition, offset, BEGIN_MILLIS + event.dueMillis(), value);
  }
}
