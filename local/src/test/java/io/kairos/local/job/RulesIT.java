package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are published, changed and withdrawn while the job runs, or while it does not. */
@ExtendWith(SharedStack.class)
final class RulesIT {
  private static final String RULE = "greeting";
  private static final long DELAY_MILLIS = 3_000;
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private LocalStack stack;

  /** When each version takes effect, epoch milliseconds. */
  private final TreeMap<Long, Integer> versions = new TreeMap<>();

  @BeforeEach
  void share(LocalStack shared) {
    stack = shared;
  }

  @Test
  void aRuleSpeaksWithoutARestartSpeaksOtherwiseAndFallsSilent() throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 2, TopicTime.LIVE)) {
      RunningJob running = job.start(live());

      long first = publish(job, 1, "active");
      awaitTriggers(job, 1);
      Trigger earliest = triggers(job).get(0);
      assertThat(earliest.getEventTime()).isBetween(first, first + SOON.toMillis());
      publish(job, 2, "active");
      awaitTriggers(job, 2);
      long withdrawn = publish(job, 3, "withdrawn");
      Deadline.await(
          "time beyond the withdrawal",
          () -> {
            look(job);
            return System.currentTimeMillis() > withdrawn + SOON.toMillis();
          });
      running.stopWithSavepoint(folder);

      assertThat(triggers(job)).allSatisfy(this::namesItsVersion);
      assertThat(triggers(job)).allMatch(trigger -> trigger.getEventTime() < withdrawn);
      assertThat(cancels(job)).isNotEmpty().allMatch(t -> t.getCancelReason().equals("WITHDRAWN"));
    }
  }

  @Test
  void aChangeInTheMiddleOfACatchUpTakesEffectAtOneInstant() throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 2, TopicTime.LIVE)) {
      RunningJob before = job.start(live());
      publish(job, 1, "active");
      awaitTriggers(job, 1);
      String savepoint = before.stopWithSavepoint(folder);

      lookFor(job, Duration.ofSeconds(2));
      publish(job, 2, "active");
      lookFor(job, Duration.ofSeconds(6));
      publish(job, 3, "active");
      lookFor(job, Duration.ofSeconds(5));
      RunningJob after =
          job.start(JobOnBroker.with(live(), "flink.execution.state-recovery.path", savepoint));
      awaitTriggers(job, 3);
      after.stopWithSavepoint(folder);

      assertThat(triggers(job)).allSatisfy(this::namesItsVersion);
      assertThat(triggers(job)).extracting(Trigger::getRuleVersion).contains(1, 2, 3);
    }
  }

  private void namesItsVersion(Trigger trigger) {
    assertThat(trigger.getRuleVersion())
        .as("at %s of %s", trigger.getEventTime(), versions)
        .isEqualTo(versions.floorEntry(trigger.getEventTime()).getValue());
  }

  private void awaitTriggers(JobOnBroker job, int version) throws Exception {
    Deadline.await(
        "a trigger of version " + version,
        () -> {
          look(job);
          return triggers(job).stream().anyMatch(t -> t.getRuleVersion() == version);
        });
  }

  private static void lookFor(JobOnBroker job, Duration howLong) throws Exception {
    long until = System.nanoTime() + howLong.toNanos();
    while (System.nanoTime() < until) {
      look(job);
    }
  }

  /** Several customers look at something now, and not so fast that they seem to be bots. */
  private static void look(JobOnBroker job) throws Exception {
    LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
    for (int customer = 0; customer < 6; customer++) {
      job.produce(List.of(ShopEvents.viewed("customer-" + customer, Instant.now())));
    }
  }

  private static List<Trigger> triggers(JobOnBroker job) throws IOException {
    return ofKind(job, TriggerKind.SEND);
  }

  private static List<Trigger> cancels(JobOnBroker job) throws IOException {
    return ofKind(job, TriggerKind.CANCEL);
  }

  private static List<Trigger> ofKind(JobOnBroker job, TriggerKind kind) throws IOException {
    return Written.triggers(job.stack()).stream()
        .filter(trigger -> trigger.getRule().equals(RULE) && trigger.getKind() == kind)
        .sorted(Comparator.comparing(Trigger::getEventTime))
        .toList();
  }

  /** Publishes a version; when it takes effect, epoch milliseconds. */
  private long publish(JobOnBroker job, int version, String status) throws Exception {
    String body =
        "{id: %s, event: view, again: always, send: {channel: push, template: t%d}}"
            .formatted(RULE, version);
    RuleRecord record =
        RuleRecord.newBuilder()
            .setKind(RuleKind.RULE)
            .setId(RULE)
            .setVersion(version)
            .setStatus(status)
            .setBody(body)
            .build();
    byte[] key = ("rule/" + RULE + "@" + version).getBytes(StandardCharsets.UTF_8);
    byte[] value = RuleRecord.getEncoder().encode(record).array();
    RecordMetadata place =
        job.produce(List.of(new Input(Topics.RULES, 0, System.currentTimeMillis(), key, value)))
            .get(0);
    versions.put(place.timestamp() + DELAY_MILLIS, version);
    return place.timestamp() + DELAY_MILLIS;
  }

  private Map<String, String> live() throws IOException {
    Path none = Files.writeString(folder.resolve("rules.yaml"), "rules: []\n");
    return Map.of(
        KairosOptions.RULES.key(),
        none.toString(),
        KairosOptions.ACTIVATION_DELAY.key(),
        DELAY_MILLIS + " ms",
        "flink.parallelism.default",
        "2");
  }
}
