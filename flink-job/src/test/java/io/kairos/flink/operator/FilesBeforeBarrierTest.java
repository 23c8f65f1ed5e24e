package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written becomes files in the background before a barrier, so that it waits for less. */
class FilesBeforeBarrierTest {
  private static final long NOON = Scenario.START + 8 * 60 * 60 * 1000L;
  private static final long BARRIERS_APART = 16_000;
  private static final KairosConfig CONFIG =
      TestConfig.until(Scenario.END, Map.of(KairosOptions.CACHED_CUSTOMERS.key(), "0"));

  @TempDir private Path disk;

  @Test
  void aCustomerIsInAFileShortlyBeforeTheBarrier() throws Exception {
    EmbeddedRocksDBStateBackend rocks = new EmbeddedRocksDBStateBackend(true);
    rocks.setDbStoragePath(disk.toString());
    rocks.setRocksDBOptions(new StateFiles.Uncompressed());
    try (Subtasks subtasks = Subtasks.start(CONFIG, rocks)) {
      subtasks.snapshot(1);
      subtasks.clock(BARRIERS_APART);
      subtasks.snapshot(2);
      byte[] added = Wire.added("planted-5e1d", "item", 5_000, NOON);
      subtasks.process(new Logged(Origin.CART, 0, NOON, added).envelope());
      subtasks.watermark(NOON + 10);
      assertThat(StateFiles.onDisk(disk, "planted-5e1d")).as("in memory only").isZero();

      subtasks.clock(2 * BARRIERS_APART - BARRIERS_APART / WriteSchedule.REST);
      subtasks.watermark(NOON + 20);
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> awaitOnDisk("planted-5e1d"));
    }
  }

  private void awaitOnDisk(String word) throws Exception {
    while (StateFiles.onDisk(disk, word) == 0) {
      Thread.sleep(20);
    }
  }
}
