package io.kairos.torture.campaign;

import io.kairos.local.CommandError;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicPlan;
import io.kairos.local.kafka.TopicTime;
import io.kairos.torture.check.Expectation;
import io.kairos.torture.check.Guarantee;
import io.kairos.torture.check.InputLog;
import io.kairos.torture.check.TriggerReader;
import io.kairos.torture.check.Verdict;
import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.Death;
import io.kairos.torture.cluster.Tasks;
import io.kairos.torture.fault.Strike;
import io.kairos.torture.oracle.OracleSetup;
import io.kairos.torture.oracle.TortureRules;
import io.kairos.torture.traffic.Traffic;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Runs the job on traffic while faults strike it, and has the reference judge what went out by what
 * the log holds.
 */
public final class Campaign {
  private static final String PREFIX = Topics.DEFAULT_PREFIX;
  private static final int PARTITIONS = 3;
  private static final int SUBTASKS = 2;
  private static final int EVENTS_A_SECOND = 150;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String CURRENCY = "CNY";
  private static final long LATENESS_MILLIS = 2_000;
  private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(120);
  private static final Duration BETWEEN_LAST_EVENT_AND_CLOSING = Duration.ofSeconds(1);
  private static final Duration ALL_PARTITIONS_WITHIN = Duration.ofSeconds(3);

  private final CampaignPlan plan;
  private final Path folder;
  private final Progress progress;
  private final List<Death> deaths = new ArrayList<>();

  /** Behind it the job was seen to go on; so all that was due at the one before was decided. */
  private long passedMillis;

  private long decidedMillis;

  /**
   * A campaign that has not begun.
   *
   * @param folder receives all that the processes write; exists
   */
  public Campaign(CampaignPlan plan, Path folder, Progress progress) {
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Runs it to its verdict. A job that does not come back from a fault ends the faults, and is
   * judged all the same, at the worst by what it had decided two faults before.
   *
   * @throws CommandError if the job does not begin, or the disk is too full for that
   */
  public CampaignResult run() throws IOException, InterruptedException {
    FreeSpace.require(plan, folder);
    progress.say(
        "starting %d %s, ZooKeeper, 2 JobManagers and 2 TaskManagers in %s",
        plan.brokers(), plan.brokers() == 1 ? "broker" : "brokers", folder);
    try (Cluster cluster = Cluster.start(plan.brokers(), folder)) {
      String address = cluster.brokers().address();
      TopicPlan topics = new TopicPlan(PREFIX, PARTITIONS, plan.brokers(), TopicTime.LIVE);
      LocalTopics.create(address, topics).close();
      cluster.configure(jobOptions());
      cluster.deploy(SUBTASKS);
      try (Traffic traffic = Traffic.start(address, PREFIX, plan.seed(), EVENTS_A_SECOND);
          TriggerReader reader =
              TriggerReader.start(address, PREFIX, finding -> progress.say("WRONG: %s", finding))) {
        return run(cluster, traffic, reader);
      }
    }
  }

  private Map<String, String> jobOptions() throws IOException {
    Path rules = folder.resolve("torture-rules.yaml");
    Files.writeString(rules, TortureRules.text());
    Map<String, String> options = new HashMap<>();
    options.put("rule.file", rules.toString());
    options.put("shop.currency", CURRENCY);
    options.put("shop.time-zone", ZONE.getId());
    options.put("time.lateness", LATENESS_MILLIS + " ms");
    if (plan.guarantee() == Guarantee.EXACTLY_ONCE) {
      options.put("sink.delivery-guarantee", plan.guarantee().toString());
      // What a broker by itself has confirmed outlives its process.
      options.put("sink.required-replication", Integer.toString(plan.brokers()));
    }
    options.putAll(plan.options());
    return options;
  }

  private CampaignResult run(Cluster cluster, Traffic traffic, TriggerReader reader)
      throws IOException, InterruptedException {
    Instant begun = Instant.now();
    progress.say("the job runs; waiting for the first triggers");
    awaitProgress(reader, begun.toEpochMilli(), "its start");
    Series series = strikeAll(begun, cluster, traffic, reader);
    if (series.endedEarly().isPresent()) {
      mend(cluster);
    }
    OptionalLong closed = settle(traffic, reader);
    if (closed.isEmpty()) {
      series = series.endedBy("the last events were not answered: see the logs in " + logs());
    }
    series.endedEarly().ifPresent(why -> progress.say("ENDED EARLY by %s", why));
    long untilMillis = closed.orElse(decidedMillis);
    Duration lasted = Duration.between(begun, Instant.now());
    InputLog log = InputLog.read(cluster.brokers().address(), PREFIX);
    progress.say("judging %d events by the reference", log.size());
    OracleSetup setup = new OracleSetup(ZONE, CURRENCY, LATENESS_MILLIS, untilMillis);
    Verdict verdict =
        Verdict.of(plan.guarantee(), Expectation.of(setup, log), reader.sightings(), untilMillis);
    return new CampaignResult(
        plan,
        begun,
        lasted,
        series,
        List.copyOf(deaths),
        Instant.ofEpochMilli(untilMillis),
        log.size(),
        reader.records(),
        verdict);
  }

  private Series strikeAll(Instant begun, Cluster cluster, Traffic traffic, TriggerReader reader)
      throws InterruptedException {
    Instant end = begun.plus(plan.faults().atMost());
    return Series.of(
        plan.strikes(),
        () -> Instant.now().isBefore(end),
        strike -> {
          Recovery recovery = strike(strike, cluster, reader);
          tell(recovery, traffic, reader);
          return recovery;
        });
  }

  private void tell(Recovery recovery, Traffic traffic, TriggerReader reader) {
    progress.say(
        "%3d of %d  %s: over after %.1f s, %s, recovered in %.1f s; %d events, %d triggers",
        1 + plan.strikes().indexOf(recovery.strike()),
        plan.strikes().size(),
        recovery.strike().text(),
        recovery.lasted().toMillis() / 1000.0,
        recovery.effect(),
        recovery.took().toMillis() / 1000.0,
        traffic.written(),
        reader.records());
  }

  private Recovery strike(Strike strike, Cluster cluster, TriggerReader reader)
      throws IOException, InterruptedException {
    progress.say("           %s ...", strike.text());
    revive(cluster);
    Tasks before = cluster.awaitTasks();
    long begin = System.currentTimeMillis();
    boolean met = strike.fault().strike(cluster);
    long end = System.currentTimeMillis();
    revive(cluster);
    strike.fault().settle(cluster, before);
    awaitProgress(reader, System.currentTimeMillis(), strike.text());
    long recovered = System.currentTimeMillis();
    Effect effect = Effect.of(met, !cluster.awaitTasks().equals(before));
    return new Recovery(
        strike, Duration.ofMillis(end - begin), Duration.ofMillis(recovered - end), effect);
  }

  /** What died by a fault that it was not aimed at is started again, as elsewhere, and told. */
  private void revive(Cluster cluster) throws IOException, InterruptedException {
    for (Death death : cluster.revive()) {
      progress.say("DIED: %s", death);
      deaths.add(death);
    }
  }

  /** A trigger released behind an instant shows that all partitions were read behind it. */
  private void awaitProgress(TriggerReader reader, long sinceMillis, String what)
      throws InterruptedException {
    if (!reader.awaitAfter(sinceMillis, RECOVERS_WITHIN)) {
      throw new CommandError(
          "the job has not recovered within %d s from %s: see the logs in %s"
              .formatted(RECOVERS_WITHIN.toSeconds(), what, logs()));
    }
    decidedMillis = passedMillis;
    passedMillis = sinceMillis;
  }

  /** Starts what the fault that failed may have left dead; the verdict needs the brokers. */
  private void mend(Cluster cluster) throws InterruptedException {
    progress.say("no more faults: the last one failed");
    try {
      revive(cluster);
    } catch (IOException failed) {
      progress.say("not all processes came back: %s", Trouble.of(failed));
    }
  }

  private Path logs() {
    return folder.resolve("log");
  }

  /**
   * Ends the traffic, and waits until all that was due before has been decided.
   *
   * @return the event time up to which it was, epoch milliseconds, inclusive; empty if the last
   *     events were not answered
   */
  private OptionalLong settle(Traffic traffic, TriggerReader reader) throws InterruptedException {
    traffic.stop();
    progress.say(
        "no more traffic: %d events written, %d refused; waiting for what is due",
        traffic.written(), traffic.refused());
    Thread.sleep(BETWEEN_LAST_EVENT_AND_CLOSING.toMillis());
    long closingMillis = System.currentTimeMillis();
    Set<String> closing = traffic.closeAt(closingMillis);
    if (!reader.awaitAll(closing, RECOVERS_WITHIN)) {
      return OptionalLong.empty();
    }
    Thread.sleep(ALL_PARTITIONS_WITHIN.toMillis());
    return OptionalLong.of(closingMillis - 1);
  }
}
