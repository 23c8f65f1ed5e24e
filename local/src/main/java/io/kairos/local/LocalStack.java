package io.kairos.local;

import io.kairos.local.cluster.LocalCluster;
import io.kairos.local.kafka.LocalKafka;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.io.Closeable;
import java.io.IOException;

/**
 * Everything that a run stands on: a folder, a broker with Kairos' topics, a Flink cluster. Nothing
 * of it is left after {@link #close()}.
 */
public final class LocalStack implements Closeable {

  private final Closing closing;
  private final WorkDir workDir;
  private final LocalKafka kafka;
  private final LocalTopics topics;
  private final LocalCluster cluster;

  private LocalStack(Closing closing, int parallelism, TopicTime time, StopSignal stop)
      throws Exception {
    this.closing = closing;
    this.workDir = closing.add(WorkDir.create());
    this.kafka = closing.add(LocalKafka.start(workDir.path()));
    stop.throwIfRequested();
    this.topics =
        closing.add(LocalTopics.create(kafka.bootstrapServers(), topicPrefix(), parallelism, time));
    stop.throwIfRequested();
    this.cluster = closing.add(LocalCluster.start(workDir.path(), parallelism));
  }

  /**
   * Starts broker and cluster, in about 5 seconds.
   *
   * @param parallelism slots of the cluster and partitions of the topics, at least 1
   * @param stop ends the start between two steps
   * @throws Exception if one of them cannot start; what was started before it is stopped
   */
  public static LocalStack start(int parallelism, TopicTime time, StopSignal stop)
      throws Exception {
    Closing closing = new Closing();
    try {
      return new LocalStack(closing, parallelism, time, stop);
    } catch (Exception | Error e) {
      closeAfter(e, closing);
      throw e;
    }
  }

  /** The prefix of this run's topics. */
  public String topicPrefix() {
    return Topics.DEFAULT_PREFIX;
  }

  /** The folder of this run. */
  public WorkDir workDir() {
    return workDir;
  }

  /** The broker. */
  public LocalKafka kafka() {
    return kafka;
  }

  /** The topics on the broker. */
  public LocalTopics topics() {
    return topics;
  }

  /** The Flink cluster. */
  public LocalCluster cluster() {
    return cluster;
  }

  /** Stops the cluster, then the broker, and deletes the folder. */
  @Override
  public void close() throws IOException {
    closing.close();
  }

  private static void closeAfter(Throwable e, Closing closing) {
    try {
      closing.close();
    } catch (IOException closingFailed) {
      e.addSuppressed(closingFailed);
    }
  }
}
