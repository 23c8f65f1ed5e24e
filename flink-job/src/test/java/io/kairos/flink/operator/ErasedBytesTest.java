package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.state.Envelope;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an erasure and a full compaction no byte of the customer is in any file of the state. */
class ErasedBytesTest {
  private static final long NOON = Scenario.START + 8 * 60 * 60 * 1000L;
  private static final KairosConfig CONFIG = TestConfig.until(Scenario.END);
  private static final String MARK = "planted-7f3a";

  @TempDir private Path disk;

  @Test
  void nothingOfTheCustomerIsLeftInTheFiles() throws Exception {
    try (Subtasks subtasks = Subtasks.start(CONFIG, rocksDb())) {
      tellOf(subtasks, MARK);
      for (int other = 0; other < 50; other++) {
        tellOf(subtasks, "other-" + other);
      }
      subtasks.watermark(NOON + 10);
      waits(subtasks);
      OperatorSubtaskState before = subtasks.snapshot(1);
      assertThat(StateFiles.inCheckpoint(before, MARK)).as("the scan sees it").isGreaterThan(1);
      assertThat(StateFiles.onDisk(disk, MARK)).as("the scan sees it").isPositive();

      byte[] erase = Wire.erase(MARK, NOON + 30);
      subtasks.process(record(Origin.CUSTOMERS, erase, NOON + 30));
      subtasks.watermark(NOON + 40);
      subtasks.snapshot(2);
      assertThat(StateFiles.onDisk(disk, MARK)).as("old files have it").isPositive();
      subtasks.compact();

      OperatorSubtaskState after = subtasks.snapshot(3);
      assertThat(StateFiles.inCheckpoint(after, MARK)).isZero();
      assertThat(StateFiles.onDisk(disk, MARK)).isZero();
      assertThat(StateFiles.onDisk(disk, "other-7")).as("the others are there").isPositive();
    }
  }

  private EmbeddedRocksDBStateBackend rocksDb() {
    EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
    backend.setDbStoragePath(disk.toString());
    backend.setRocksDBOptions(new StateFiles.Uncompressed());
    return backend;
  }

  private static void tellOf(Subtasks subtasks, String customer) throws Exception {
    byte[] added = Wire.added(customer, customer + "-item", 5_000, NOON);
    subtasks.process(record(Origin.CART, added, NOON));
    byte[] consents = Wire.consents(customer, "sms", NOON + 1);
    subtasks.process(record(Origin.CUSTOMERS, consents, NOON + 1));
  }

  /** An event that a checkpoint holds as it came. */
  private static void waits(Subtasks subtasks) throws Exception {
    byte[] added = Wire.added(MARK, MARK + "-item-2", 5_000, NOON + 20);
    subtasks.process(record(Origin.CART, added, NOON + 20));
  }

  private static Envelope record(Origin origin, byte[] record, long arrival) {
    return new Logged(origin, 0, arrival, record).envelope();
  }
}
