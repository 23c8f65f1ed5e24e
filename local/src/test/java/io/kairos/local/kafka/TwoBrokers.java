package io.kairos.local.kafka;

import io.kairos.wire.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Two brokers, of which the second leads the topic orders and the first all the rest. The job's
 * network to the second can be cut; the producers' cannot.
 */
public final class TwoBrokers implements Closeable {
  private static final int FIRST = 1;
  private static final int SECOND = 2;
  private static final long WITHIN_SECONDS = 30;

  private final LocalKafka first;
  private final String jobServers;
  private final Process second;
  private final TcpRelay relay;

  private TwoBrokers(LocalKafka first, String jobServers, Process second, TcpRelay relay) {
    this.first = first;
    this.jobServers = jobServers;
    this.second = second;
    this.relay = relay;
  }

  /** Starts both and makes the topics, each of one partition. */
  public static TwoBrokers start(Path folder) throws Exception {
    String jobServers = address(FreePorts.next());
    Path settings = Files.write(folder.resolve("first.properties"), listenerOfTheJob(jobServers));
    LocalKafka first = LocalKafka.start(folder, settings);
    int relayed = FreePorts.next();
    int behind = FreePorts.next();
    TcpRelay relay = TcpRelay.open(relayed, behind);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", first.bootstrapServers()))) {
      Process second = startSecond(folder, admin, relayed, behind);
      TwoBrokers both = new TwoBrokers(first, jobServers, second, relay);
      both.awaitSecond(admin);
      admin.createTopics(topics()).all().get(WITHIN_SECONDS, TimeUnit.SECONDS);
      return both;
    }
  }

  private static List<String> listenerOfTheJob(String address) {
    return List.of(
        "listeners=JOB://" + address,
        "advertised.listeners=JOB://" + address,
        "listener.security.protocol.map=JOB:PLAINTEXT");
  }

  /** The broker as Kafka ships it, in a folder that tells it which cluster it belongs to. */
  private static Process startSecond(Path folder, Admin admin, int relayed, int behind)
      throws Exception {
    Path data = Files.createDirectories(folder.resolve("second"));
    write(
        data.resolve("meta.properties"),
        Map.of(
            "version", "1",
            "cluster.id", admin.describeCluster().clusterId().get(),
            "node.id", Integer.toString(SECOND)));
    var quorum = admin.describeMetadataQuorum().quorumInfo().get();
    var controller = quorum.nodes().get(FIRST).endpoints().get(0);
    int plain = FreePorts.next();
    Path settings = folder.resolve("second.properties");
    write(
        settings,
        Map.of(
            "node.id",
            Integer.toString(SECOND),
            "process.roles",
            "broker",
            "controller.quorum.voters",
            FIRST + "@" + address(controller.port()),
            "controller.listener.names",
            "CONTROLLER",
            "inter.broker.listener.name",
            "PLAINTEXT",
            "listeners",
            "PLAINTEXT://" + address(plain) + ",JOB://" + address(behind),
            "advertised.listeners",
            "PLAINTEXT://" + address(plain) + ",JOB://" + address(relayed),
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,JOB:PLAINTEXT",
            "log.dirs",
            data.toString()));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Dkairos.broker.log=" + folder.resolve("second.log"),
            "-cp",
            BrokerJars.locate().classPath(),
            "kafka.Kafka",
            settings.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("second.out").toFile())
        .start();
  }

  private static void write(Path file, Map<String, String> settings) throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
  }

  private void awaitSecond(Admin admin) throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_SECONDS);
    while (admin.describeCluster().nodes().get().size() < 2) {
      if (System.nanoTime() > giveUp || !second.isAlive()) {
        close();
        throw new IOException("the second broker did not start");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static List<NewTopic> topics() {
    String orders = Topics.ORDERS.name(Topics.DEFAULT_PREFIX);
    List<NewTopic> topics = new ArrayList<>();
    for (NewTopic plan : new TopicPlan(Topics.DEFAULT_PREFIX, 1, 1, TopicTime.LIVE).topics()) {
      int leader = plan.name().equals(orders) ? SECOND : FIRST;
      topics.add(new NewTopic(plan.name(), Map.of(0, List.of(leader))).configs(plan.configs()));
    }
    return topics;
  }

  private static String address(int port) {
    return "127.0.0.1:" + port;
  }

  /** The address for all but the job. */
  public String bootstrapServers() {
    return first.bootstrapServers();
  }

  /** The address for the job. */
  public String jobServers() {
    return jobServers;
  }

  /** Cuts the job's network to the leader of orders. */
  public void cut() {
    relay.cut();
  }

  /** Mends it. */
  public void mend() {
    relay.mend();
  }

  @Override
  public void close() throws IOException {
    relay.close();
    second.destroyForcibly();
    first.close();
  }
}
