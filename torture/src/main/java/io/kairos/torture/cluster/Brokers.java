package io.kairos.torture.cluster;

import static java.util.Comparator.comparingLong;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * The brokers of one Kafka cluster: one by itself, or several, each of which has a replica of all
 * and may be away.
 */
public final class Brokers implements Closeable {
  /** Of a cluster that can miss one of them. */
  private static final String REPLICATED =
      """
      controlled.shutdown.enable=true
      default.replication.factor=%1$d
      min.insync.replicas=%2$d
      offsets.topic.replication.factor=%1$d
      transaction.state.log.replication.factor=%1$d
      transaction.state.log.min.isr=%2$d
      share.coordinator.state.topic.replication.factor=%1$d
      share.coordinator.state.topic.min.isr=%2$d
      """;

  private static final Duration TOLD_WITHIN = Duration.ofSeconds(30);
  private static final Duration ASK_EVERY = Duration.ofMillis(500);

  private final List<Broker> all;

  private Brokers(List<Broker> all) {
    this.all = all;
  }

  /**
   * Brokers that are not started yet.
   *
   * @param folder takes their data
   * @param logs takes their logs
   */
  static Brokers in(int count, Path folder, Path logs) throws IOException {
    Broker[] all = new Broker[count];
    for (int i = 0; i < count; i++) {
      all[i] = Broker.in(i + 1, folder.resolve("broker-" + (i + 1)), logs);
    }
    return new Brokers(List.of(all));
  }

  /** Starts all; they serve clients then. */
  void start() throws IOException, InterruptedException {
    String settings =
        "cluster.id=%s%ncontroller.quorum.voters=%s%n"
            .formatted(Uuid.randomUuid(), join(Broker::voter));
    if (all.size() > 1) {
      settings += REPLICATED.formatted(all.size(), all.size() - 1);
    }
    for (Broker broker : all) {
      broker.start(settings);
    }
    for (Broker broker : all) {
      broker.awaitReady();
    }
  }

  /** All, by their ids. */
  public List<Broker> all() {
    return all;
  }

  /**
   * One of them.
   *
   * @param which counts from 0, and on from the beginning where there are fewer
   */
  public Broker at(int which) {
    return all.get(which % all.size());
  }

  /**
   * The one that coordinates most transactions or, where there are none, most groups of consumers.
   *
   * @throws IOException if there is nothing to coordinate for half a minute, or they do not tell
   */
  public Broker coordinator() throws IOException, InterruptedException {
    Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address());
    long giveUp = System.nanoTime() + TOLD_WITHIN.toNanos();
    try (Admin admin = Admin.create(settings)) {
      while (true) {
        Optional<Broker> coordinator = coordinator(admin, giveUp);
        if (coordinator.isPresent()) {
          return coordinator.get();
        }
        TimeUnit.NANOSECONDS.sleep(ASK_EVERY.toNanos());
      }
    }
  }

  private Optional<Broker> coordinator(Admin admin, long giveUp)
      throws IOException, InterruptedException {
    try {
      Coordination now = Coordination.of(admin);
      if (!now.isEmpty()) {
        return all.stream().max(comparingLong(now::of));
      }
      requireTime(giveUp, null);
    } catch (ExecutionException e) {
      requireTime(giveUp, e);
    }
    return Optional.empty();
  }

  private static void requireTime(long giveUp, ExecutionException trouble) throws IOException {
    if (System.nanoTime() > giveUp) {
      throw new IOException("no broker is known to coordinate anything", trouble);
    }
  }

  /** The address of all for the campaign itself. */
  public String address() {
    return join(Broker::address);
  }

  /** The address of all for the job, through relays. */
  String relayedAddress() {
    return join(Broker::relayedAddress);
  }

  private String join(Function<Broker, String> part) {
    return all.stream().map(part).collect(Collectors.joining(","));
  }

  /** Whether the job has connections to any of them. */
  public boolean serve() {
    return all.stream().anyMatch(broker -> broker.relay().carries());
  }

  /** Closes every connection between them and the job; new ones are taken. */
  public void cut() {
    all.forEach(broker -> broker.relay().cut());
  }

  /** Holds back what comes from now on between them and the job; connections stay open. */
  public void hold() {
    all.forEach(broker -> broker.relay().hold());
  }

  /** Lets what was held back go on. */
  public void release() {
    all.forEach(broker -> broker.relay().release());
  }

  Stream<Daemon> daemons() {
    return all.stream().map(Broker::daemon);
  }

  /** Ends the relays, not the processes. */
  @Override
  public void close() throws IOException {
    for (Broker broker : all) {
      broker.relay().close();
    }
  }
}
