package io.kairos.engine.cleaning;

import io.kairos.engine.event.Event;
import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Optional;

/**
 * Which events of a customer were applied, so that a duplicate changes nothing at any distance.
 *
 * <p>On-time duplicates stand side by side in the order and are found among the last ids. A late
 * event from a time of which ids were already forgotten may be one of them and is refused. Orders
 * are no part of it: they are told apart by order and status, and remember that themselves.
 */
public record Repeats(IdRing events) {
  public static final Repeats NONE = new Repeats(IdRing.EMPTY);

  /**
   * Why the event must not be applied, or nothing.
   *
   * @param identity as {@link #identity} says
   */
  public Optional<RejectionReason> check(Event event, long identity) {
    if (events.contains(identity)) {
      return Optional.of(RejectionReason.DUPLICATE);
    }
    if (event.late() && events.mayHaveForgotten(event.timeMillis())) {
      return Optional.of(RejectionReason.BEYOND_DEDUP_HORIZON);
    }
    return Optional.empty();
  }

  /** The memory after the event was applied. */
  public Repeats plus(Event event, long identity) {
    return new Repeats(events.plus(identity, event.timeMillis()));
  }

  public void pack(Packer out) {
    events.pack(out);
  }

  public static Repeats unpack(Unpacker in) {
    return new Repeats(IdRing.unpack(in));
  }

  /** What tells an event apart from the others of its customer. */
  public static long identity(Event event) {
    return Fingerprint.of40(event.header().origin().name(), event.eventId());
  }
}
