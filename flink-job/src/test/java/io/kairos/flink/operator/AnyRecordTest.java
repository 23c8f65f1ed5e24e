package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.source.Ingested;
import io.kairos.flink.source.Intake;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Whatever the schemas allow is refused or applied; it throws nothing and keeps the law. */
class AnyRecordTest {
  private static final KairosConfig CONFIG = TestConfig.until(Scenario.END);
  private static final long[] GAPS = {0, 0, 1, 60_000, 1_800_000, 3_600_000, 86_400_000 * 8L};
  private static final long[] DELAYS = {0, 0, 0, -300_000, 2_000, 2_001, 3_600_000};

  @Property(tries = 150)
  void anyRecordsSayTheSameInAnyInterleaving(@ForAll long seed) throws Exception {
    List<List<Logged>> log = log(new Random(seed));
    Said once = said(log, seed, 1);
    assertThat(said(log, seed + 1, 1)).isEqualTo(once);
    assertThat(said(log, seed + 2, 2)).isEqualTo(once);
  }

  @Test
  void theRecordsAreNotAllRefused() throws Exception {
    StringBuilder all = new StringBuilder();
    for (long seed = 0; seed < 30; seed++) {
      Said said = said(log(new Random(seed)), seed, 1);
      all.append(said.triggers()).append(said.profiles());
    }
    assertThat(all).contains("cart-abandon", "dormancy", "CANCEL", "erased");
  }

  private static Said said(List<List<Logged>> log, long seed, int parallelism) throws Exception {
    Reader reader = new Reader(log, seed);
    Said said = new Said();
    try (Subtasks first = Subtasks.start(CONFIG, 1)) {
      read(reader, first, Math.floorMod(seed, 60));
      try (Subtasks second = first.restarted(first.snapshot(1), parallelism)) {
        read(reader, second, Integer.MAX_VALUE);
        second.end();
        said.add(first);
        said.add(second);
      }
    }
    return said;
  }

  private static void read(Reader reader, Subtasks subtasks, int atMost) throws Exception {
    for (int rest = atMost; rest > 0 && !reader.atEnd(); rest--) {
      subtasks.process(reader.read().envelope());
      if (reader.chance(3)) {
        subtasks.watermark(reader.watermark());
      }
    }
  }

  private static List<List<Logged>> log(Random random) {
    Intake intake = new Intake(CONFIG);
    intake.open(null);
    List<List<Logged>> partitions = new ArrayList<>();
    for (Origin origin : Origin.values()) {
      List<Logged> partition = partition(intake, origin, random);
      if (!partition.isEmpty()) {
        partitions.add(partition);
      }
    }
    return partitions;
  }

  /** The records of one partition that cleaning lets through. */
  private static List<Logged> partition(Intake intake, Origin origin, Random random) {
    AnyRecord any = new AnyRecord(random);
    List<Logged> passed = new ArrayList<>();
    long arrival = Scenario.START;
    for (int offset = 0; offset < 60 && arrival < Scenario.END; offset++) {
      arrival += GAPS[random.nextInt(GAPS.length)];
      byte[] record = any.of(origin, arrival - DELAYS[random.nextInt(DELAYS.length)]);
      String topic = Topics.valueOf(origin.name()).name(CONFIG.topicPrefix());
      Ingested in = intake.ingest(stamped(topic, offset, arrival, record));
      if (in.reason() == null) {
        passed.add(new Logged(origin, origin.ordinal(), arrival, record));
      }
    }
    return passed;
  }

  private static ConsumerRecord<byte[], byte[]> stamped(
      String topic, long offset, long arrival, byte[] value) {
    return new ConsumerRecord<>(
        topic,
        0,
        offset,
        arrival,
        TimestampType.LOG_APPEND_TIME,
        0,
        value.length,
        new byte[0],
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
