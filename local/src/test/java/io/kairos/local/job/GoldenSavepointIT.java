package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Goes on from savepoints that an earlier build left in the middle of an input: what it sends, and
 * what that build had sent, is what this build sends for all of it. {@code -Dkairos.golden=write}
 * makes them, once for each form of the state that is released.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedStack.class)
final class GoldenSavepointIT {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/savepoint-v1");
  private static final Path INPUT = GOLDEN.resolve("input.txt");
  private static final Path RULES = GOLDEN.resolve("rules.yaml");
  private static final Path DEFAULT_RULES =
      Path.of("../engine/src/main/resources/default-rules.yaml");
  private static final boolean WRITES = "write".equals(System.getProperty("kairos.golden"));
  private static final int PARTITIONS = 2;
  private static final int SOME = 50;

  private GoldenInput input;
  private Map<String, String> expected;

  @BeforeAll
  void runTheWhole(LocalStack shared) throws Exception {
    if (WRITES) {
      GoldenInput.make().write(INPUT);
      Files.copy(DEFAULT_RULES, RULES, StandardCopyOption.REPLACE_EXISTING);
    }
    input = GoldenInput.read(INPUT);
    expected = triggersOfTheWhole(shared);
  }

  @ParameterizedTest
  @EnumSource(SavepointFormatType.class)
  void goesOnFromTheSavepointOfAnEarlierBuild(
      SavepointFormatType format, LocalStack shared, @TempDir Path savepoints) throws Exception {
    if (WRITES) {
      write(format, shared);
      Assumptions.abort("Written; the next run reads it.");
    }
    Map<String, String> rest = new TreeMap<>(expected);
    List<String> sent = Files.readAllLines(sent(format));
    assertThat(rest).containsKeys(sent.toArray(String[]::new));
    rest.keySet().removeAll(sent);
    assertThat(rest).hasSizeGreaterThan(SOME);

    try (JobOnBroker job = JobOnBroker.over(topics(format, shared))) {
      job.produce(input.whole());
      job.tick(input.beyond());
      RunningJob next =
          job.start(
              JobOnBroker.with(
                  endless(),
                  "flink.execution.state-recovery.path",
                  folder(format).toUri().toString(),
                  "flink.parallelism.default",
                  "2"));
      Deadline.await("triggers", () -> triggers(job).size() >= rest.size());
      next.stopWithSavepoint(savepoints);

      assertThat(triggers(job)).isEqualTo(rest);
    }
  }

  private Map<String, String> triggersOfTheWhole(LocalStack shared) throws Exception {
    try (JobOnBroker job = JobOnBroker.open(shared, PARTITIONS, TopicTime.REPLAY)) {
      job.produce(input.whole());
      job.run(bounded());
      return triggers(job);
    }
  }

  private void write(SavepointFormatType format, LocalStack shared) throws Exception {
    try (JobOnBroker job = JobOnBroker.over(topics(format, shared))) {
      job.produce(input.before());
      RunningJob first = job.start(JobOnBroker.with(endless(), "flink.parallelism.default", "1"));
      Deadline.await("triggers", () -> triggers(job).size() > SOME);
      String savepoint = first.stopWithSavepoint(GOLDEN, format);
      Files.move(Path.of(URI.create(savepoint)), folder(format));
      Files.write(sent(format), triggers(job).keySet());
    }
  }

  /** The savepoint names the topics, so they are always called the same. */
  private static LocalStack topics(SavepointFormatType format, LocalStack shared)
      throws InterruptedException {
    return shared.another("golden-" + name(format) + ".", PARTITIONS, TopicTime.REPLAY);
  }

  private static Path folder(SavepointFormatType format) {
    return GOLDEN.resolve(name(format)).toAbsolutePath();
  }

  /** Ids of what the savepoint's job had sent. */
  private static Path sent(SavepointFormatType format) {
    return GOLDEN.resolve(name(format) + "-sent.txt");
  }

  private static String name(SavepointFormatType format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, String> endless() {
    return JobOnBroker.with(bounded(), KairosOptions.BOUNDED.key(), "false");
  }

  private Map<String, String> bounded() {
    return JobOnBroker.with(
        JobOnBroker.replayTo(input.end()), KairosOptions.RULES.key(), RULES.toString());
  }

  /** What each trigger says, by its id. */
  private static Map<String, String> triggers(JobOnBroker job) throws IOException {
    Map<String, String> byId = new TreeMap<>();
    for (Trigger trigger : Written.triggers(job.stack())) {
      byId.put(
          trigger.getId(), HexFormat.of().formatHex(Trigger.getEncoder().encode(trigger).array()));
    }
    return byId;
  }
}
