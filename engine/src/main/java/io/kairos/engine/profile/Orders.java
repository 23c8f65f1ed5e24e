package io.kairos.engine.profile;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The customer's orders.
 *
 * @param counts how many
 * @param firstMillis event time of the first order, epoch milliseconds; 0 for none
 * @param lastMillis event time of the last order, epoch milliseconds; 0 for none
 * @param firstMinor paid for the first order that was paid, minor units; 0 for none
 * @param forgottenMillis no event of an order that is forgotten was later, epoch milliseconds;
 *     {@link Long#MIN_VALUE} while none is
 * @param refunds the last refunds
 * @param recent the last ones heard of, at most {@value #RECENT}, latest first
 */
public record Orders(
    OrderCounts counts,
    long firstMillis,
    long lastMillis,
    long firstMinor,
    long forgottenMillis,
    Refunds refunds,
    List<KnownOrder> recent) {
  /** How many orders are remembered one by one. */
  static final int RECENT = 16;

  static final Orders NONE =
      new Orders(OrderCounts.NONE, 0, 0, 0, Long.MIN_VALUE, Refunds.NONE, List.of());

  /** Orders placed, cancelled ones included. */
  public long count() {
    return counts.placed();
  }

  /** Orders among the last {@value #RECENT} that were placed and neither paid nor given back. */
  public long unpaid() {
    long unpaid = 0;
    for (int i = 0; i < recent.size(); i++) {
      KnownOrder order = recent.get(i);
      unpaid += order.state() == KnownOrder.State.UNPAID && order.heard().counted() ? 1 : 0;
    }
    return unpaid;
  }

  /** Why a status must not be applied, or nothing. */
  public Optional<RejectionReason> refusal(OrderStatus event) {
    Optional<KnownOrder> known = find(event);
    boolean byId = Refunds.hasId(event);
    boolean repeated = known.isPresent() && known.get().heard().has(event.name());
    if (byId ? refunds.has(event) : repeated) {
      return Optional.of(RejectionReason.DUPLICATE);
    }
    boolean forgotten =
        byId && refunds.full() || known.isEmpty() && event.timeMillis() <= forgottenMillis;
    return event.late() && forgotten
        ? Optional.of(RejectionReason.BEYOND_DEDUP_HORIZON)
        : Optional.empty();
  }

  Optional<KnownOrder> find(OrderStatus event) {
    long id = Fingerprint.of48(event.orderId());
    for (KnownOrder order : recent) {
      if (order.idHash() == id) {
        return Optional.of(order);
      }
    }
    return Optional.empty();
  }

  /** With one order more. */
  Orders placed(KnownOrder order, long timeMillis) {
    long first = firstMillis == 0 ? timeMillis : Math.min(firstMillis, timeMillis);
    return new Orders(
            counts.placedOne(),
            first,
            Math.max(lastMillis, timeMillis),
            firstMinor,
            forgottenMillis,
            refunds,
            recent)
        .remembering(order);
  }

  Orders paid(KnownOrder order, long totalMinor) {
    long first = counts.paid() == 0 ? totalMinor : firstMinor;
    return new Orders(
            counts.paidOne(order.state()),
            firstMillis,
            lastMillis,
            first,
            forgottenMillis,
            refunds,
            recent)
        .remembering(order);
  }

  Orders returned(KnownOrder order, boolean wholly) {
    return new Orders(
            counts.returnedOne(wholly),
            firstMillis,
            lastMillis,
            firstMinor,
            forgottenMillis,
            refunds,
            recent)
        .remembering(order);
  }

  /** With an event of an order heard of. */
  Orders hearing(OrderStatus event, KnownOrder order) {
    return new Orders(
            counts,
            firstMillis,
            lastMillis,
            firstMinor,
            forgottenMillis,
            refunds.plus(event),
            recent)
        .remembering(order);
  }

  private Orders remembering(KnownOrder order) {
    List<KnownOrder> next = new ArrayList<>(RECENT);
    next.add(order);
    long forgotten = forgottenMillis;
    for (KnownOrder other : recent) {
      if (other.idHash() == order.idHash()) {
        continue;
      }
      if (next.size() < RECENT) {
        next.add(other);
      } else {
        forgotten = Math.max(forgotten, other.heard().lastMillis());
      }
    }
    return new Orders(
        counts, firstMillis, lastMillis, firstMinor, forgotten, refunds, List.copyOf(next));
  }

  /** Instants are counted from another, so that they are short. */
  void pack(Packer out, long since) {
    counts.pack(out);
    out.instant(firstMillis, since, 0).number(lastMillis - firstMillis).number(firstMinor);
    out.instant(forgottenMillis, lastMillis, Long.MIN_VALUE);
    refunds.pack(out);
    out.unsigned(recent.size());
    int day = Shop.PACKED_DAYS_FROM;
    for (int i = 0; i < recent.size(); i++) {
      KnownOrder order = recent.get(i);
      order.pack(out, day);
      day = order.day();
    }
  }

  static Orders unpack(Unpacker in, long since) {
    OrderCounts counts = OrderCounts.unpack(in);
    long first = in.instant(since, 0);
    long last = first + in.number();
    long firstMinor = in.number();
    long forgotten = in.instant(last, Long.MIN_VALUE);
    Refunds refunds = Refunds.unpack(in);
    List<KnownOrder> recent = new ArrayList<>();
    int day = Shop.PACKED_DAYS_FROM;
    for (int rest = in.unsignedInt(); rest > 0; rest--) {
      KnownOrder order = KnownOrder.unpack(in, day);
      recent.add(order);
      day = order.day();
    }
    return new Orders(counts, first, last, firstMinor, forgotten, refunds, List.copyOf(recent));
  }
}
