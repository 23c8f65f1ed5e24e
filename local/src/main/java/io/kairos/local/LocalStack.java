package io.kairos.local;

import io.kairos.local.cluster.LocalCluster;
import io.kairos.local.kafka.LocalKafka;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.io.Closeable;
import java.io.IOException;
import org.apache.flink.configuration.Configuration;

/**
 * Everything that a run stands on: a folder, a broker with Kairos' topics, a Flink cluster. Nothing
 * of it is left after {@link #close()}.
 */
public final class LocalStack implements Closeable {
  /** More on one machine only takes its memory. */
  public static final int MOST_SLOTS = 64;

  private final Closing closing;
  private final WorkDir workDir;
  private final LocalKafka kafka;
  private final LocalTopics topics;
  private final LocalCluster cluster;

  private LocalStack(
      Closing closing,
      WorkDir workDir,
      LocalKafka kafka,
      LocalTopics topics,
      LocalCluster cluster) {
    this.closing = closing;
    this.workDir = workDir;
    this.kafka = kafka;
    this.topics = topics;
    this.cluster = cluster;
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
    return start(parallelism, time, new Configuration(), stop);
  }

  /**
   * Starts broker and cluster.
   *
   * @param flink settings of the cluster beside, or instead of, those that it has
   * @throws Exception if one of them cannot start; what was started before it is stopped
   */
  public static LocalStack start(
      int parallelism, TopicTime time, Configuration flink, StopSignal stop) throws Exception {
    Closing closing = new Closing();
    try {
      return start(closing, parallelism, time, flink, stop);
    } catch (Exception | Error e) {
      closeAfter(e, closing);
      throw e;
    }
  }

  private static LocalStack start(
      Closing closing, int parallelism, TopicTime time, Configuration flink, StopSignal stop)
      throws Exception {
    WorkDir workDir = closing.add(WorkDir.create());
    LocalKafka kafka = closing.add(LocalKafka.start(workDir.path()));
    stop.throwIfRequested();
    LocalTopics topics =
        closing.add(
            LocalTopics.create(kafka.bootstrapServers(), Topics.DEFAULT_PREFIX, parallelism, time));
    stop.throwIfRequested();
    LocalCluster cluster = closing.add(LocalCluster.start(workDir.path(), parallelism, flink));
    return new LocalStack(closing, workDir, kafka, topics, cluster);
  }

  /**
   * Another run on the same broker and cluster, with topics of its own. Closing it leaves both
   * running.
   *
   * @param topicPrefix not used before on this broker
   * @param parallelism partitions of the topics, and slots of a job that says no other number; at
   *     most the cluster's slots
   */
  public LocalStack another(String topicPrefix, int parallelism, TopicTime time)
      throws InterruptedException {
    Closing own = new Closing();
    LocalTopics others =
        own.add(LocalTopics.create(kafka.bootstrapServers(), topicPrefix, parallelism, time));
    return new LocalStack(own, workDir, kafka, others, cluster);
  }

  /** The prefix of this run's topics. */
  public String topicPrefix() {
    return topics.prefix();
  }

  /** Slots of a job that says no other number. */
  public int parallelism() {
    return topics.partitions(Topics.CLICKSTREAM);
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

  /** Stops what this run has started: the cluster, then the broker; and deletes the folder. */
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
