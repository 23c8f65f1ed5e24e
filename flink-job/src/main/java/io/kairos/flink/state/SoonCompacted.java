package io.kairos.flink.state;

import java.time.Duration;
import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/**
 * Lets RocksDB rewrite a state file at the latest {@link #AGE} after it was written. What was
 * erased or overwritten stays in an old file until the file above it, which knows, is merged into
 * it; by itself RocksDB may leave the file of a quiet customer alone for ever.
 */
public final class SoonCompacted implements RocksDBOptionsFactory {
  private static final long serialVersionUID = 1L;

  /** A file comes down by one level in this time; the state of a shop has three at most. */
  static final Duration AGE = Duration.ofDays(2);

  @Override
  public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> toClose) {
    return options;
  }

  @Override
  public ColumnFamilyOptions createColumnOptions(
      ColumnFamilyOptions options, Collection<AutoCloseable> toClose) {
    return options.setPeriodicCompactionSeconds(AGE.toSeconds());
  }
}
