package io.kairos.flink.source.proof;

import io.kairos.flink.config.TimeConfig;
import io.kairos.flink.source.proof.PartitionCheck.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks in rounds where the partitions end of which no record came since the round before. A
 * partition whose end, asked for at a local time, is not above what was handed on has been read as
 * far as it was appended by then. Without an answer nothing is proved.
 *
 * <p>An end may lie above the last record for good: a transaction leaves a mark there. Where the
 * reader stands still below the end, the next record is looked for.
 */
final class EndChecks {
  private final TimeConfig.Quiet quiet;
  private final Map<TopicPartition, PartitionCheck> checks = new ConcurrentHashMap<>();
  private final Unproven unproven;

  EndChecks(TimeConfig.Quiet quiet, Unproven unproven) {
    this.quiet = quiet;
    this.unproven = unproven;
  }

  /** Begins with a partition; for any thread. */
  void watch(TopicPartition partition, ReadPosition read) {
    checks.put(partition, new PartitionCheck(read));
  }

  /**
   * Takes about as long as the answers do, and no longer than the time between two rounds.
   *
   * @return whether the reader has anything to say: a proof, or that there is no partition
   */
  boolean round(PartitionEnds ends) throws InterruptedException {
    Map<TopicPartition, PartitionCheck> watched = Map.copyOf(checks);
    Map<TopicPartition, Finding> findings = new HashMap<>();
    Map<TopicPartition, PartitionCheck> silent = new HashMap<>();
    watched.forEach(
        (partition, check) -> {
          if (check.hasMoved()) {
            findings.put(partition, Finding.MOVING);
          } else {
            silent.put(partition, check);
          }
        });
    ask(silent, ends);
    await(silent);
    silent.forEach((partition, check) -> findings.put(partition, check.judge()));
    findings.putAll(look(silent, findings, ends));
    watched.values().forEach(PartitionCheck::settle);
    unproven.found(findings);
    return findings.isEmpty() || findings.containsValue(Finding.PROVEN);
  }

  private void ask(Map<TopicPartition, PartitionCheck> silent, PartitionEnds ends) {
    List<TopicPartition> unasked = new ArrayList<>();
    silent.forEach(
        (partition, check) -> {
          if (!check.isAsked()) {
            unasked.add(partition);
          }
        });
    if (!unasked.isEmpty()) {
      long askedMillis = quiet.clock().millis();
      ends.ask(unasked).forEach((partition, end) -> silent.get(partition).asked(askedMillis, end));
    }
  }

  private void await(Map<TopicPartition, PartitionCheck> silent) throws InterruptedException {
    CompletableFuture<?>[] answers =
        silent.values().stream()
            .filter(PartitionCheck::isAsked)
            .map(PartitionCheck::answer)
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(answers).get(quiet.checkMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unanswered) {
      // The partitions concerned stay unproven.
    }
  }

  private static Map<TopicPartition, Finding> look(
      Map<TopicPartition, PartitionCheck> silent,
      Map<TopicPartition, Finding> findings,
      PartitionEnds ends) {
    Map<TopicPartition, Long> from = new HashMap<>();
    silent.forEach(
        (partition, check) -> {
          if (findings.get(partition) == Finding.UNREAD && check.mayBeEmpty()) {
            from.put(partition, check.lookFrom());
          }
        });
    Map<TopicPartition, Finding> better = new HashMap<>();
    if (!from.isEmpty()) {
      ends.look(from)
          .forEach(
              (partition, found) -> better.put(partition, silent.get(partition).looked(found)));
    }
    return better;
  }
}
