package io.kairos.flink.source.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/** Partitions on the heap, of which each answers or does not. */
final class FakeEnds implements PartitionEnds {
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<TopicPartition, TreeSet<Long>> records = new HashMap<>();
  private final Set<TopicPartition> away = new HashSet<>();
  private final List<CompletableFuture<Long>> unanswered = new ArrayList<>();
  private final List<TopicPartition> asked = new ArrayList<>();
  private Runnable between = () -> {};
  private int looks;

  /** A partition with records at some offsets, and an end. */
  void put(TopicPartition partition, long end, Long... offsets) {
    ends.put(partition, end);
    records.put(partition, new TreeSet<>(List.of(offsets)));
  }

  void goAway(TopicPartition partition) {
    away.add(partition);
  }

  void comeBack(TopicPartition partition) {
    away.remove(partition);
  }

  /** What happens between a question and its answer. */
  void between(Runnable event) {
    between = event;
  }

  /** Answers what was asked while the brokers were away. */
  void answerAtLast(long end) {
    unanswered.forEach(question -> question.complete(end));
    unanswered.clear();
  }

  void refuseAtLast() {
    unanswered.forEach(question -> question.completeExceptionally(new RuntimeException("away")));
    unanswered.clear();
  }

  /** All that was asked for since this was last called. */
  List<TopicPartition> takeAsked() {
    List<TopicPartition> taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  int looks() {
    return looks;
  }

  @Override
  public Map<TopicPartition, CompletableFuture<Long>> ask(Collection<TopicPartition> partitions) {
    asked.addAll(partitions);
    between.run();
    Map<TopicPartition, CompletableFuture<Long>> answers = new HashMap<>();
    for (TopicPartition partition : partitions) {
      CompletableFuture<Long> answer = new CompletableFuture<>();
      if (away.contains(partition)) {
        unanswered.add(answer);
      } else {
        answer.complete(ends.get(partition));
      }
      answers.put(partition, answer);
    }
    return answers;
  }

  @Override
  public Map<TopicPartition, Stretch> look(Map<TopicPartition, Long> from) {
    looks++;
    Map<TopicPartition, Stretch> found = new HashMap<>();
    from.forEach(
        (partition, start) -> {
          Long next = records.get(partition).ceiling(start);
          long end = next == null ? ends.get(partition) : next;
          if (!away.contains(partition)) {
            found.put(partition, new Stretch(start, end, next != null));
          }
        });
    return found;
  }

  @Override
  public void close() {}
}
