package io.kairos.bench.limit;

import io.kairos.bench.contract.RunOptions;
import io.kairos.wire.ClickstreamEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * L3: the events are polled and decoded, and for each the customer's profile of 400 bytes is got
 * from RocksDB, changed and put back. RocksDB is that of Flink, with its own defaults, a bloom
 * filter of 10 bits a key and files packed by LZ4 as Kairos has them, no log, and as much cache as
 * a slot has managed memory.
 */
public final class StateLimit {
  private static final int PROFILE_BYTES = 400;
  private static final long CACHE_BYTES = 512L * 1024 * 1024;
  private static final int BLOOM_BITS = 10;

  private final RocksDB db;
  private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
  private final Decoder decoder;

  private StateLimit(RocksDB db, Decoder decoder) {
    this.db = db;
    this.decoder = decoder;
  }

  public static void main(String[] args) throws Exception {
    RunOptions options = RunOptions.of(args);
    RocksDB.loadLibrary();
    try (Cache cache = new LRUCache(CACHE_BYTES);
        BloomFilter bloom = new BloomFilter(BLOOM_BITS);
        Options settings =
            new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)) {
      settings.setTableFormatConfig(
          new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(bloom));
      String folder = Files.createDirectories(options.state().resolve("db")).toString();
      try (RocksDB db = RocksDB.open(settings, folder)) {
        StateLimit limit = new StateLimit(db, new Decoder(options));
        new Reading(options).all(records -> records.forEach(limit::apply));
      }
    }
  }

  private void apply(ConsumerRecord<byte[], byte[]> record) {
    try {
      SpecificRecord event = decoder.decode(record);
      byte[] profile = db.get(record.key());
      if (profile == null) {
        profile = blank(record.key());
      }
      change(profile, event, record.timestamp());
      db.put(unlogged, record.key(), profile);
    } catch (RocksDBException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Filled with what does not pack away to nothing. */
  private static byte[] blank(byte[] key) {
    byte[] profile = new byte[PROFILE_BYTES];
    new SplittableRandom(Arrays.hashCode(key)).nextBytes(profile);
    ByteBuffer.wrap(profile).putInt(0, 0);
    return profile;
  }

  /** A count, a time, and something of the event at a place that moves. */
  private static void change(byte[] profile, SpecificRecord event, long millis) {
    ByteBuffer fields = ByteBuffer.wrap(profile);
    int count = fields.getInt(0) + 1;
    fields.putInt(0, count);
    fields.putLong(4, millis);
    int place = 16 + Math.floorMod(count * 16, PROFILE_BYTES - 32);
    fields.putLong(place, event instanceof ClickstreamEvent click ? click.getTime() : millis);
    fields.putLong(place + 8, millis * 0x9E3779B97F4A7C15L);
  }
}
