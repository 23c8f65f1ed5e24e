package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Events leave the room as from a sorted list, wherever the watermark cuts a span. */
class WaitingRoomTest {
  private static Envelope envelope(int position, int number) {
    byte[] record = {(byte) (number * 7), (byte) number};
    return new Envelope(new CustomerKey(number % 3, 0), Origin.CART, position, position, record);
  }

  /** All that is due in order, together for each customer. */
  private static List<List<Envelope>> due(List<Envelope> waiting, long upToMillis) {
    Map<CustomerKey, List<Envelope>> due = new LinkedHashMap<>();
    waiting.stream()
        .filter(one -> one.positionMillis() <= upToMillis)
        .sorted(
            Comparator.comparingLong(Envelope::positionMillis)
                .thenComparing(Envelope::record, Arrays::compare))
        .forEach(one -> due.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one));
    waiting.removeIf(one -> one.positionMillis() <= upToMillis);
    return List.copyOf(due.values());
  }

  @Property
  void takesWhatASortedListWouldGive(
      @ForAll @Size(max = 60) List<@IntRange(min = -25_000, max = 45_000) Integer> positions,
      @ForAll @Size(max = 12) List<@IntRange(min = -30_000, max = 50_000) Integer> marks) {
    WaitingRoom room = new WaitingRoom(1 << 20);
    List<Envelope> expected = new ArrayList<>();
    List<Integer> cuts = new ArrayList<>(marks);
    cuts.addAll(List.of(-1, 9_999, 10_000, 50_000));
    for (int i = 0; i < Math.max(positions.size(), cuts.size()); i++) {
      if (i < positions.size()) {
        Envelope envelope = envelope(positions.get(i), i);
        room.add(envelope);
        expected.add(envelope);
      }
      if (i < cuts.size()) {
        assertThat(List.copyOf(room.take(cuts.get(i)))).isEqualTo(due(expected, cuts.get(i)));
      }
      assertThat(room.size()).isEqualTo(expected.size());
      assertThat(room.bytes()).isEqualTo(expected.stream().mapToLong(Envelope::heapBytes).sum());
    }
    assertThat(List.copyOf(room.take(99_999))).isEqualTo(due(expected, 99_999));
    assertThat(room.size()).isZero();
    assertThat(room.bytes()).isZero();
  }
}
