package io.kairos.flink.sink.outbox;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which batches of a sender have gone out. The broker keeps it as a committed offset, written in
 * the very transaction that sends the batch.
 *
 * @param below all with a smaller number have
 * @param beyond others that have, when several subtasks share what one has left
 */
record Receipt(long below, SortedSet<Long> beyond) {
  static final Receipt NONE = new Receipt(0, Collections.emptySortedSet());

  static Receipt of(OffsetAndMetadata kept) {
    TreeSet<Long> beyond =
        Arrays.stream(kept.metadata().split(","))
            .filter(number -> !number.isEmpty())
            .map(Long::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Receipt(kept.offset(), beyond);
  }

  OffsetAndMetadata kept() {
    return new OffsetAndMetadata(
        below, beyond.stream().map(Object::toString).collect(Collectors.joining(",")));
  }

  boolean covers(long number) {
    return number < below || beyond.contains(number);
  }

  /** The same with one more. */
  Receipt with(long number) {
    TreeSet<Long> rest = new TreeSet<>(beyond);
    rest.add(number);
    long next = below;
    while (rest.remove(next)) {
      next++;
    }
    return new Receipt(next, rest);
  }
}
