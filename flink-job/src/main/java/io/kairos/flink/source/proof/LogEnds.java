package io.kairos.flink.source.proof;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.OffsetNotAvailableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Asks the brokers where logs end, with the settings of the job's other clients.
 *
 * <p>The end that a broker tells is the end of what all replicas have, and a record is stamped
 * before they have it. While a replica stands still, records wait behind the end for seconds. Yet
 * the record of the latest time is looked for in the whole log, and not told where it lies behind
 * that end. So of a log that holds something, and tells of no latest record, nothing is known. A
 * broker that cannot be asked this is believed what it says of the end.
 */
public final class LogEnds implements AutoCloseable {
  private static final int ANSWER_WITHIN_MILLIS = 10_000;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
  private static final long NONE = -1;

  private final Admin admin;

  private LogEnds(Admin admin) {
    this.admin = admin;
  }

  /** Connects when it is first asked. */
  public static LogEnds connect(KafkaClients clients) {
    return new LogEnds(Admin.create(clients.of(KafkaClient.ADMIN)));
  }

  /**
   * Asks for the ends of partitions, and does not wait.
   *
   * @return for each the offset behind its last record, committed or not. It fails if there is no
   *     answer within some seconds, and where records wait for replicas
   */
  public Map<TopicPartition, CompletableFuture<Long>> ask(Collection<TopicPartition> partitions) {
    var ends = offsets(partitions, OffsetSpec.latest());
    var latest = offsets(partitions, OffsetSpec.maxTimestamp());
    Map<TopicPartition, CompletableFuture<Long>> answers = new HashMap<>();
    for (TopicPartition partition : partitions) {
      answers.put(
          partition,
          ends.get(partition)
              .thenCompose(
                  end ->
                      or(end - 1, latest.get(partition))
                          .thenCompose(last -> answer(partition, end, last))));
    }
    return answers;
  }

  private CompletableFuture<Long> answer(TopicPartition partition, long end, long last) {
    if (last != NONE || end == 0) {
      return completedFuture(Math.max(end, last + 1));
    }
    var begin = offsets(List.of(partition), OffsetSpec.earliestLocal()).get(partition);
    return or(end, begin)
        .thenCompose(
            from ->
                from == end
                    ? completedFuture(end)
                    : failedFuture(new OffsetNotAvailableException("records wait for replicas")));
  }

  /** What a broker says, or something else where it cannot be asked. */
  private static CompletableFuture<Long> or(long otherwise, CompletableFuture<Long> told) {
    return told.exceptionallyCompose(
        failure ->
            failure.getCause() instanceof UnsupportedVersionException
                ? completedFuture(otherwise)
                : failedFuture(failure));
  }

  private Map<TopicPartition, CompletableFuture<Long>> offsets(
      Collection<TopicPartition> partitions, OffsetSpec which) {
    var result =
        admin.listOffsets(
            partitions.stream().collect(Collectors.toMap(partition -> partition, any -> which)),
            new ListOffsetsOptions().timeoutMs(ANSWER_WITHIN_MILLIS));
    return partitions.stream()
        .collect(
            Collectors.toMap(
                partition -> partition,
                partition ->
                    result
                        .partitionResult(partition)
                        .toCompletionStage()
                        .thenApply(told -> told.offset())
                        .toCompletableFuture()));
  }

  @Override
  public void close() {
    admin.close(CLOSE_WITHIN);
  }
}
