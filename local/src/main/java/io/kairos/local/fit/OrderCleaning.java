package io.kairos.local.fit;

import io.kairos.engine.cleaning.Cleaning;
import io.kairos.engine.cleaning.Rejection;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.local.InputEvent;
import io.kairos.local.history.Timeliness;
import io.kairos.local.traffic.SingleObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Takes the orders that the job takes, and counts the others by what its cleaning says of them. */
final class OrderCleaning {
  private final WireReader reader = Timeliness.USUAL.reader();
  private final Cleaning cleaning;
  private final Map<RejectionReason, Long> refused = new EnumMap<>(RejectionReason.class);

  /**
   * @param currency ISO 4217 code of the shop
   */
  OrderCleaning(String currency) {
    this.cleaning = new Cleaning(currency, Timeliness.USUAL.futureTolerance().toMillis());
  }

  boolean takes(InputEvent order) {
    Optional<RejectionReason> reason = reasonAgainst(order);
    reason.ifPresent(why -> refused.merge(why, 1L, Long::sum));
    return reason.isEmpty();
  }

  Map<RejectionReason, Long> refused() {
    return refused;
  }

  private Optional<RejectionReason> reasonAgainst(InputEvent order) {
    try {
      byte[] record = SingleObject.encode(order.record());
      Event event = reader.read(Origin.ORDERS, record, order.timeMillis());
      return cleaning.check(event).map(Rejection::reason);
    } catch (UnreadableRecord unreadable) {
      return Optional.of(RejectionReason.UNREADABLE);
    }
  }
}
