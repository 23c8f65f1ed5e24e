package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Events of one slot that are ahead of the watermark, on the heap, within a bound.
 *
 * <p>They lie by the ten seconds of their position, in no order, and are sorted when they are
 * taken: few at a time, where a queue would place each among all.
 */
final class WaitingRoom {
  /** Wide enough that in a catch-up a span holds many events, not one. */
  private static final long SPAN_MILLIS = 10_000;

  private final TreeMap<Long, List<Envelope>> bySpan = new TreeMap<>();
  private final long maxBytes;

  /** More than the bound as long as the room holds more than that from a checkpoint. */
  private long mostBytes;

  private long lastSpan = Long.MIN_VALUE;
  private List<Envelope> last;
  private int size;
  private long bytes;

  /**
   * @param maxBytes most heap that may be taken, in bytes
   */
  WaitingRoom(long maxBytes) {
    this.maxBytes = maxBytes;
    this.mostBytes = maxBytes;
  }

  /**
   * @throws WaitingRoomFull if the bound is passed
   */
  void add(Envelope envelope) {
    put(envelope);
    if (bytes > mostBytes) {
      throw new WaitingRoomFull(size, maxBytes);
    }
  }

  /**
   * One that has waited before. It has room beside the bound until the room is within it again: a
   * slot can come to hold what waited in several, and they were within theirs.
   */
  void restore(Envelope envelope) {
    put(envelope);
    mostBytes = maxBytes + bytes;
  }

  private void put(Envelope envelope) {
    long span = Math.floorDiv(envelope.positionMillis(), SPAN_MILLIS);
    if (span != lastSpan) {
      last = bySpan.computeIfAbsent(span, any -> new ArrayList<>());
      lastSpan = span;
    }
    last.add(envelope);
    size++;
    bytes += envelope.heapBytes();
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
    long span = Math.floorDiv(upToMillis, SPAN_MILLIS);
    boolean whole = Math.floorMod(upToMillis, SPAN_MILLIS) == SPAN_MILLIS - 1;
    while (!bySpan.isEmpty() && bySpan.firstKey() <= span) {
      boolean splits = bySpan.firstKey() == span && !whole;
      List<Envelope> due = splits ? split(bySpan.get(span), upToMillis) : pollFirst();
      due.sort(WaitingRoom::compare);
      for (Envelope envelope : due) {
        bytes -= envelope.heapBytes();
        taker.accept(envelope);
      }
      size -= due.size();
      if (splits) {
        break;
      }
    }
    if (bytes <= maxBytes) {
      mostBytes = maxBytes;
    }
  }

  /** By position; the bytes decide between events that bear one id but say different things. */
  private static int compare(Envelope one, Envelope other) {
    int byPosition = Long.compare(one.positionMillis(), other.positionMillis());
    return byPosition != 0 ? byPosition : Arrays.compare(one.record(), other.record());
  }

  private List<Envelope> pollFirst() {
    lastSpan = Long.MIN_VALUE;
    return bySpan.pollFirstEntry().getValue();
  }

  /** Takes some of the events of the first span. */
  private List<Envelope> split(List<Envelope> first, long upToMillis) {
    List<Envelope> due = new ArrayList<>();
    int later = 0;
    for (int i = 0; i < first.size(); i++) {
      Envelope envelope = first.get(i);
      if (envelope.positionMillis() <= upToMillis) {
        due.add(envelope);
      } else {
        first.set(later, envelope);
        later++;
      }
    }
    first.subList(later, first.size()).clear();
    return due;
  }

  void forEach(Consumer<Envelope> action) {
    bySpan.values().forEach(envelopes -> envelopes.forEach(action));
  }

  int size() {
    return size;
  }

  long bytes() {
    return bytes;
  }
}
