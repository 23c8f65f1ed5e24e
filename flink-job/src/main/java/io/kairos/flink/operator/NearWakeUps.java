package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ObjLongConsumer;

/**
 * Customers who are woken soon, on the heap: at most one instant for each. Instants lie on a grid,
 * so that many customers share one.
 */
final class NearWakeUps {
  /** Beyond so many nobody else is taken: each takes about 100 bytes of heap. */
  static final int MOST = 250_000;

  /** Beyond so many only who is woken within an hour, so that there is room for these. */
  static final int MANY = 150_000;

  private static final long HOUR_MILLIS = 60 * 60 * 1000L;
  private static final long GONE = Long.MAX_VALUE;

  private final Map<CustomerKey, WakeUp> byKey = new HashMap<>();
  private final TreeMap<Long, Queue<WakeUp>> byInstant = new TreeMap<>();

  /** One that was moved stays in its old place too, and is passed over there. */
  private static final class WakeUp {
    private final CustomerKey key;
    private long atMillis;

    private WakeUp(CustomerKey key, long atMillis) {
      this.key = key;
      this.atMillis = atMillis;
    }
  }

  /** What is done with a customer who is woken. */
  interface Waking {
    void wake(CustomerKey key) throws Exception;
  }

  /** When a customer is woken; {@link Long#MAX_VALUE} for never. */
  long at(CustomerKey key) {
    WakeUp wakeUp = byKey.get(key);
    return wakeUp == null ? GONE : wakeUp.atMillis;
  }

  /** Wakes a customer at an instant, and at no other. */
  void set(CustomerKey key, long atMillis) {
    remove(key);
    WakeUp wakeUp = new WakeUp(key, atMillis);
    byKey.put(key, wakeUp);
    byInstant.computeIfAbsent(atMillis, at -> new ArrayDeque<>()).add(wakeUp);
  }

  void remove(CustomerKey key) {
    WakeUp wakeUp = byKey.remove(key);
    if (wakeUp != null) {
      wakeUp.atMillis = GONE;
    }
  }

  /**
   * Wakes whoever is due up to and including an instant, those who come to be due on the way too.
   *
   * @param isOver asked after each; true to leave the rest
   * @return whether nobody is left
   */
  boolean wake(long upToMillis, Waking waking, BooleanSupplier isOver) throws Exception {
    while (!byInstant.isEmpty() && byInstant.firstKey() <= upToMillis) {
      WakeUp wakeUp = pollFirst();
      if (wakeUp.atMillis != GONE) {
        remove(wakeUp.key);
        waking.wake(wakeUp.key);
        if (isOver.getAsBoolean()) {
          return byInstant.isEmpty() || byInstant.firstKey() > upToMillis;
        }
      }
    }
    return true;
  }

  private WakeUp pollFirst() {
    Queue<WakeUp> first = byInstant.firstEntry().getValue();
    WakeUp wakeUp = first.poll();
    if (first.isEmpty()) {
      byInstant.pollFirstEntry();
    }
    return wakeUp;
  }

  void forEach(ObjLongConsumer<CustomerKey> action) {
    byKey.values().forEach(wakeUp -> action.accept(wakeUp.key, wakeUp.atMillis));
  }

  /** Whether one more is taken who is woken so much later. */
  boolean hasRoom(long aheadMillis) {
    return size() < (aheadMillis <= HOUR_MILLIS ? MOST : MANY);
  }

  int size() {
    return byKey.size();
  }
}
