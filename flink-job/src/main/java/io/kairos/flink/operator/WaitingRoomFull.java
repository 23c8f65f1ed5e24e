package io.kairos.flink.operator;

import java.util.Locale;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * More events wait for the watermark than fit. A restart would fill the room again, so there is
 * none.
 */
public final class WaitingRoomFull extends SuppressRestartsException {
  private static final long serialVersionUID = 1L;

  WaitingRoomFull(int events, long maxBytes) {
    super(
        new IllegalStateException(
            String.format(
                Locale.ROOT,
                "WAITING_ROOM_FULL: %,d events wait for a partition that lags behind, more than"
                    + " source.max-waiting (%,d bytes) allows in one slot. Look for a partition"
                    + " whose time stands still, lower time.alignment, or raise"
                    + " source.max-waiting.",
                events,
                maxBytes)));
  }

  @Override
  public String getMessage() {
    return getCause().getMessage();
  }
}
