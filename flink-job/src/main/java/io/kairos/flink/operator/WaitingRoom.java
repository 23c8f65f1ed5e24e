package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Events of one slot that are ahead of the watermark, on the heap, within a bound.
 *
 * <p>They lie by the second of their position, in no order, and are sorted when they are taken: few
 * at a time, where a queue would place each among all.
 */
final class WaitingRoom {
  private static final long SECOND_MILLIS = 1000;

  /** By position; the bytes decide between events that bear one id but say different things. */
  private static final Comparator<Envelope> ORDER =
      Comparator.comparingLong(Envelope::positionMillis)
          .thenComparing(Envelope::record, Arrays::compare);

  private final TreeMap<Long, List<Envelope>> bySecond = new TreeMap<>();
  private final long maxBytes;
  private long lastSecond = Long.MIN_VALUE;
  private List<Envelope> last;
  private int size;
  private long bytes;

  /**
   * @param maxBytes most heap that may be taken, in bytes
   */
  WaitingRoom(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * @throws WaitingRoomFull if the bound is passed
   */
  void add(Envelope envelope) {
    long second = Math.floorDiv(envelope.positionMillis(), SECOND_MILLIS);
    if (second != lastSecond) {
      last = bySecond.computeIfAbsent(second, any -> new ArrayList<>());
      lastSecond = second;
    }
    last.add(envelope);
    size++;
    bytes += envelope.heapBytes();
    if (bytes > maxBytes) {
      throw new WaitingRoomFull(size, maxBytes);
    }
  }

  /** Takes out the events up to and including a position, together for each customer. */
  Collection<List<Envelope>> take(long upToMillis) {
    Map<CustomerKey, List<Envelope>> taken = new LinkedHashMap<>();
    take(
        upToMillis,
        envelope -> taken.computeIfAbsent(envelope.key(), key -> new ArrayList<>(2)).add(envelope));
    return taken.values();
  }

  /** The same by themselves, in order: only what a customer has at one instant is together. */
  Collection<List<Envelope>> takeByInstant(long upToMillis) {
    record Instant(CustomerKey key, long millis) {}
    Map<Instant, List<Envelope>> taken = new LinkedHashMap<>();
    take(
        upToMillis,
        envelope ->
            taken
                .computeIfAbsent(
                    new Instant(envelope.key(), envelope.positionMillis()),
                    instant -> new ArrayList<>(1))
                .add(envelope));
    return taken.values();
  }

  private void take(long upToMillis, Consumer<Envelope> taker) {
    long second = Math.floorDiv(upToMillis, SECOND_MILLIS);
    boolean whole = Math.floorMod(upToMillis, SECOND_MILLIS) == SECOND_MILLIS - 1;
    while (!bySecond.isEmpty() && bySecond.firstKey() <= second) {
      boolean splits = bySecond.firstKey() == second && !whole;
      List<Envelope> due = splits ? split(second, upToMillis) : pollFirst();
      due.sort(ORDER);
      for (Envelope envelope : due) {
        bytes -= envelope.heapBytes();
        taker.accept(envelope);
      }
      size -= due.size();
      if (splits) {
        break;
      }
    }
  }

  private List<Envelope> pollFirst() {
    lastSecond = Long.MIN_VALUE;
    return bySecond.pollFirstEntry().getValue();
  }

  /** Takes some of the events of a second. */
  private List<Envelope> split(long second, long upToMillis) {
    List<Envelope> all = bySecond.get(second);
    List<Envelope> due = new ArrayList<>();
    List<Envelope> later = new ArrayList<>();
    for (Envelope envelope : all) {
      (envelope.positionMillis() <= upToMillis ? due : later).add(envelope);
    }
    if (later.isEmpty()) {
      return pollFirst();
    }
    if (!due.isEmpty()) {
      bySecond.put(second, later);
      lastSecond = Long.MIN_VALUE;
    }
    return due;
  }

  void forEach(Consumer<Envelope> action) {
    bySecond.values().forEach(envelopes -> envelopes.forEach(action));
  }

  int size() {
    return size;
  }

  long bytes() {
    return bytes;
  }
}
