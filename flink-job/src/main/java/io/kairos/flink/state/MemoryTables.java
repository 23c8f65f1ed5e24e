package io.kairos.flink.state;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend.RocksDbKvStateInfo;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What RocksDB has in memory and not in a file yet. A checkpoint makes all of it into files while
 * the task stands still; done in the background shortly before, it finds little. Flink shows its
 * database to nobody, so it is reached by reflection, and left alone where that fails.
 */
public final class MemoryTables {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryTables.class);

  private final RocksDB database;
  private final Map<?, ?> states;

  private MemoryTables(RocksDB database, Map<?, ?> states) {
    this.database = database;
    this.states = states;
  }

  /** Those of a state backend: none unless it is RocksDB. */
  public static MemoryTables of(KeyedStateBackend<?> backend) {
    if (backend instanceof RocksDBKeyedStateBackend<?> rocks) {
      try {
        return new MemoryTables(
            (RocksDB) field(rocks, "db"), (Map<?, ?>) field(rocks, "kvStateInformation"));
      } catch (ReflectiveOperationException | RuntimeException other) {
        LOG.warn("Checkpoints will pause the job for longer: this Flink hides its RocksDB", other);
      }
    }
    return new MemoryTables(null, Map.of());
  }

  private static Object field(RocksDBKeyedStateBackend<?> backend, String name)
      throws ReflectiveOperationException {
    Field field = RocksDBKeyedStateBackend.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(backend);
  }

  /** Lets RocksDB begin to make files of it, and does not wait. */
  public void flush() {
    if (states.isEmpty()) {
      return;
    }
    List<ColumnFamilyHandle> columns = new ArrayList<>(states.size());
    states.values().forEach(state -> columns.add(((RocksDbKvStateInfo) state).columnFamilyHandle));
    try (FlushOptions now = new FlushOptions().setWaitForFlush(false).setAllowWriteStall(true)) {
      database.flush(now, columns);
    } catch (RocksDBException failed) {
      // The checkpoint flushes again, and fails if this still does.
      LOG.warn("RocksDB did not begin to flush before a checkpoint", failed);
    }
  }
}
