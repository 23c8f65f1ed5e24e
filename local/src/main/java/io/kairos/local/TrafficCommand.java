package io.kairos.local;

import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.profiles.KafkaTrouble;
import io.kairos.local.traffic.Crowd;
import io.kairos.local.traffic.FeedException;
import io.kairos.local.traffic.FeedProducer;
import io.kairos.local.traffic.LiveTraffic;
import io.kairos.local.traffic.Traffic;
import io.kairos.local.traffic.TrafficFeed;
import io.kairos.local.traffic.TrafficPlan;
import io.kairos.wire.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kairos traffic}: the demo's made-up shop, in real time, into any Kafka. */
@Command(
    name = "traffic",
    description = {
      "Sends the events of a made-up shop to the input topics, in real time, until Ctrl-C.",
      "It begins with what happened before, which arrives late: the registrations of its customers"
          + " and the last hour. Each run has customers of its own, for whom it is ten in the"
          + " morning when it starts. Not for topics that hold events of a real shop."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class TrafficCommand implements Callable<Integer> {
  private static final Duration TELL_EVERY = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration FOR_EVER = Duration.ofDays(3650);
  private static final int LETTERS_AND_DIGITS = 36;

  @Spec private CommandSpec spec;

  @Mixin private NamedKafkaOptions kafka;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Customers in the traffic.")
  private int customers;

  @Option(
      names = "--events-per-second",
      paramLabel = "N",
      defaultValue = "10",
      description = "Mean over a day; by day there are more, at night fewer.")
  private double eventsPerSecond;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "End by itself after this time, such as 60s or 5m. Without it: Ctrl-C.")
  private Duration duration;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives customers of the same habits.")
  private long seed;

  @Override
  public Integer call() throws InterruptedException {
    Instant now = Instant.now();
    TrafficPlan plan = plan(now);
    KafkaAccess access = kafka.find();
    try (StopSignal stop = StopSignal.install()) {
      LiveTraffic live = start(access, plan);
      try (live) {
        say(begun(plan.crowd()));
        watch(live, stop);
      }
      say(told(live.sent()));
    } catch (FeedException failed) {
      throw failed.getCause() instanceof KafkaException trouble
          ? KafkaTrouble.explainWriting(trouble, access)
          : failed;
    } catch (KafkaException trouble) {
      throw KafkaTrouble.explainWriting(trouble, access);
    }
    return 0;
  }

  private TrafficPlan plan(Instant now) {
    String run = "t" + Long.toString(now.getEpochSecond(), LETTERS_AND_DIGITS) + "-";
    try {
      return new TrafficPlan(
          seed, customers, now, eventsPerSecond, Crowd.whereItIsMorning(run, now));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private static LiveTraffic start(KafkaAccess access, TrafficPlan plan) {
    TrafficFeed feed =
        new TrafficFeed(FeedProducer.connect(access.producer()), access.topicPrefix());
    return LiveTraffic.start(feed, new Traffic(plan), InstantSource.system());
  }

  private void watch(LiveTraffic live, StopSignal stop) throws InterruptedException {
    long start = System.nanoTime();
    long end = start + Optional.ofNullable(duration).orElse(FOR_EVER).toNanos();
    long tell = start + TELL_EVERY.toNanos();
    while (System.nanoTime() < end && !stop.await(POLL)) {
      live.throwIfFailed();
      if (System.nanoTime() >= tell) {
        say(told(live.sent()));
        tell += TELL_EVERY.toNanos();
      }
    }
  }

  private String begun(Crowd crowd) {
    return String.format(
        Locale.ROOT,
        "%,d customers from %s on, for whom it is ten in the morning at UTC%s",
        customers,
        crowd.idPrefix() + "00001",
        crowd.zone());
  }

  private static String told(Map<Topics, Long> sent) {
    return "Sent "
        + sent.entrySet().stream()
            .map(topic -> told(topic.getValue(), topic.getKey()))
            .collect(Collectors.joining(", "));
  }

  private static String told(long events, Topics topic) {
    return String.format(Locale.ROOT, "%,d to %s", events, topic.label());
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
