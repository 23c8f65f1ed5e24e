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
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Events of one slot that are ahead of the watermark, on the heap, within a bound. */
final class WaitingRoom {
  /** By position; the bytes decide between events that bear one id but say different things. */
  private static final Comparator<Envelope> ORDER =
      Comparator.comparingLong(Envelope::positionMillis)
          .thenComparing(Envelope::record, Arrays::compare);

  private final PriorityQueue<Envelope> waiting = new PriorityQueue<>(ORDER);
  private final long maxBytes;
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
    waiting.add(envelope);
    bytes += envelope.heapBytes();
    if (bytes > maxBytes) {
      throw new WaitingRoomFull(waiting.size(), maxBytes);
    }
  }

  /** Takes out the events up to and including a position, together for each customer. */
  Collection<List<Envelope>> take(long upToMillis) {
    Map<CustomerKey, List<Envelope>> taken = new LinkedHashMap<>();
    while (!waiting.isEmpty() && waiting.peek().positionMillis() <= upToMillis) {
      Envelope envelope = waiting.poll();
      bytes -= envelope.heapBytes();
      taken.computeIfAbsent(envelope.key(), key -> new ArrayList<>(4)).add(envelope);
    }
    return taken.values();
  }

  void forEach(Consumer<Envelope> action) {
    waiting.forEach(action);
  }

  int size() {
    return waiting.size();
  }

  long bytes() {
    return bytes;
  }
}
