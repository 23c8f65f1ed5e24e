package io.kairos.flink.operator;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend.RocksDbKvStateInfo;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Looks for words in what RocksDB and checkpoints hold, byte by byte. */
final class StateFiles {
  private StateFiles() {}

  /** RocksDB without compression, which would hide a word. */
  static final class Uncompressed implements RocksDBOptionsFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> toClose) {
      return options;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(
        ColumnFamilyOptions options, Collection<AutoCloseable> toClose) {
      return options.setCompressionPerLevel(
          Collections.nCopies(options.numLevels(), CompressionType.NO_COMPRESSION));
    }
  }

  /** In how many of RocksDB's own files a word stands. */
  static int onDisk(Path folder, String word) throws IOException {
    int found = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found += holds(Files.readAllBytes(file), word) ? 1 : 0;
      }
    }
    return found;
  }

  /** In how many of the files of a checkpoint a word stands. */
  static int inCheckpoint(OperatorSubtaskState checkpoint, String word) throws IOException {
    List<StreamStateHandle> files = new ArrayList<>();
    for (KeyedStateHandle keyed : checkpoint.getManagedKeyedState()) {
      IncrementalRemoteKeyedStateHandle rocks = (IncrementalRemoteKeyedStateHandle) keyed;
      rocks.getSharedState().forEach(file -> files.add(file.getHandle()));
      rocks.getPrivateState().forEach(file -> files.add(file.getHandle()));
      files.add(rocks.getMetaDataStateHandle());
    }
    checkpoint.getRawKeyedState().forEach(raw -> files.add((StreamStateHandle) raw));
    int found = 0;
    for (StreamStateHandle file : files) {
      try (InputStream in = file.openInputStream()) {
        found += holds(in.readAllBytes(), word) ? 1 : 0;
      }
    }
    return found;
  }

  /** Merges all files of RocksDB, as it does by itself in time. */
  static void compact(KeyedStateBackend<?> backend) throws ReflectiveOperationException {
    RocksDBKeyedStateBackend<?> rocks = (RocksDBKeyedStateBackend<?>) backend;
    Field db = RocksDBKeyedStateBackend.class.getDeclaredField("db");
    db.setAccessible(true);
    Field states = RocksDBKeyedStateBackend.class.getDeclaredField("kvStateInformation");
    states.setAccessible(true);
    for (Object state : ((Map<?, ?>) states.get(rocks)).values()) {
      compact((RocksDB) db.get(rocks), (RocksDbKvStateInfo) state);
    }
  }

  private static void compact(RocksDB db, RocksDbKvStateInfo state) {
    try (FlushOptions flush = new FlushOptions();
        CompactRangeOptions all =
            new CompactRangeOptions()
                .setBottommostLevelCompaction(
                    CompactRangeOptions.BottommostLevelCompaction.kForce)) {
      db.flush(flush, state.columnFamilyHandle);
      db.compactRange(state.columnFamilyHandle, null, null, all);
    } catch (RocksDBException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static boolean holds(byte[] bytes, String word) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
  }
}
