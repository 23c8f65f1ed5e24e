package io.kairos.torture.oracle;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a customer ordered, paid and got back. All orders count as of now: the reference knows no
 * calendar, so a history is to be shorter than any window.
 */
final class Orders {
  private static final int MONTHS = 6;
  private static final int REMEMBERED = 16;
  private static final int REFUNDS = 8;
  private static final long DAY_MILLIS = 86_400_000;

  private final List<Account> all = new ArrayList<>();
  private final Map<String, Account> recent = new LinkedHashMap<>();
  private final Deque<String> refunds = new ArrayDeque<>();
  private long forgottenUpTo = Long.MIN_VALUE;

  /** Whether a status is new, by the page Guarantees under Duplicates. */
  boolean admits(OrderEvent order, boolean late) {
    Account known = recent.get(order.getOrderId());
    String refund = refundOf(order);
    boolean repeats =
        refund == null ? known != null && known.has(order.getType()) : refunds.contains(refund);
    boolean mayRepeat =
        refund != null && refunds.size() == REFUNDS
            || known == null && order.getTime() <= forgottenUpTo;
    return !repeats && !(late && mayRepeat);
  }

  /** Applies a new status; whether with it the order was placed. */
  boolean hear(OrderEvent order) {
    Account account = recent.remove(order.getOrderId());
    if (account == null) {
      account = new Account();
      all.add(account);
    }
    boolean before = account.isPlaced();
    account.hear(order);
    remember(order, account);
    return account.isPlaced() && !before;
  }

  private void remember(OrderEvent order, Account account) {
    recent.put(order.getOrderId(), account);
    if (recent.size() > REMEMBERED) {
      Account forgotten = recent.remove(recent.keySet().iterator().next());
      long day = Math.floorDiv(forgotten.lastHeardMillis(), DAY_MILLIS);
      forgottenUpTo = Math.max(forgottenUpTo, (day + 1) * DAY_MILLIS - 1);
    }
    String refund = refundOf(order);
    if (refund != null) {
      refunds.addLast(refund);
      if (refunds.size() > REFUNDS) {
        refunds.removeFirst();
      }
    }
  }

  /** Null for all but a refund with an id. */
  private static String refundOf(OrderEvent order) {
    boolean named = order.getType() == OrderType.REFUNDED && order.getRefundId() != null;
    return named ? order.getOrderId() + "\n" + order.getRefundId() : null;
  }

  /** Orders placed. */
  long count() {
    return all.stream().filter(Account::isPlaced).count();
  }

  long paid() {
    return all.stream().filter(Account::isPaid).count();
  }

  /** Orders paid and not wholly given back. */
  long kept() {
    return all.stream().filter(Account::isKept).count();
  }

  /** Paid less given back. */
  long spentMinor() {
    return all.stream().mapToLong(Account::netMinor).sum();
  }

  long monthlyAverageMinor() {
    return Math.floorDiv(spentMinor(), MONTHS);
  }
}
