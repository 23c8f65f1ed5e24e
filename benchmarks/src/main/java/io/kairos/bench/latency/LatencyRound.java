package io.kairos.bench.latency;

import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Home;
import io.kairos.bench.run.Launch;
import io.kairos.local.FolderTree;
import io.kairos.local.StopSignal;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Lets the job and a sender run on topics of their own for a while, and looks what came of it. */
final class LatencyRound {
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration START = Duration.ofMinutes(1);

  /** How long triggers may still come after the last checkpoint that follows the last event. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final Home home;
  private final String bootstrapServers;
  private final LatencyPlan plan;
  private final StopSignal stop;

  LatencyRound(Home home, String bootstrapServers, LatencyPlan plan, StopSignal stop) {
    this.home = home;
    this.bootstrapServers = bootstrapServers;
    this.plan = plan;
    this.stop = stop;
  }

  Latencies run(int rate, int round) throws IOException, InterruptedException {
    String name = "live-%d-round-%d".formatted(rate, round);
    LiveTopics topics = new LiveTopics(bootstrapServers, name + ".");
    Path folder = home.work().resolve("runs").resolve(name);
    FolderTree.delete(folder);
    Files.createDirectories(folder);
    Launch launch = new Launch(home, Contender.OURS, topics.prefix(), folder);
    try {
      topics.create();
      Stamps stamps = measure(launch, rate);
      topics.read(Topics.CLICKSTREAM, stamps::event);
      topics.read(Topics.ORDERS, stamps::event);
      topics.read(Topics.CART, stamps::cause);
      topics.read(Topics.TRIGGERS, stamps::trigger);
      return stamps.latencies();
    } catch (ExecutionException refused) {
      throw new IOException("Kafka refused: " + refused.getCause().getMessage(), refused);
    } finally {
      FolderTree.delete(launch.state());
    }
  }

  private Stamps measure(Launch launch, int rate) throws IOException, InterruptedException {
    Process process = new LiveJob(launch, plan).start(bootstrapServers);
    try (Child job = new Child(process, launch.log());
        Child sender = send(launch, rate)) {
      for (long waited = 0; !Files.exists(launch.samples()); waited += STEP.toMillis()) {
        if (waited > START.toMillis()) {
          throw new IOException("read nothing within a minute; see " + launch.log());
        }
        pass(STEP, job, sender);
      }
      pass(LatencyPlan.WARM_UP, job, sender);
      long from = System.currentTimeMillis();
      pass(LatencyPlan.MEASURED, job, sender);
      long to = System.currentTimeMillis();
      sender.end();
      pass(REST.plus(plan.checkpoints()), job);
      return new Stamps(from, to);
    }
  }

  private void pass(Duration time, Child... working) throws IOException, InterruptedException {
    stop.await(time);
    stop.throwIfRequested();
    for (Child child : working) {
      child.require();
    }
  }

  private Child send(Launch launch, int rate) throws IOException {
    Path log = launch.folder().resolve("sender.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-Dkairos.log=" + launch.folder().resolve("sender-client.log"),
                    "-cp",
                    home.classPath(launch.contender()),
                    Sender.class.getName(),
                    bootstrapServers,
                    launch.prefix(),
                    Integer.toString(rate),
                    Integer.toString(plan.load().hotPercent())))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Child(process, log);
  }
}
