package io.kairos.bench.peer;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The processor's stores, each with its changelog. */
final class ProfileStores {
  static final String PROFILES = "profiles";
  static final String CHECKS = "checks";

  private ProfileStores() {}

  /**
   * @param onDisk in RocksDB, and not on the heap
   */
  static Set<StoreBuilder<?>> all(boolean onDisk) {
    return Set.of(
        Stores.keyValueStoreBuilder(named(PROFILES, onDisk), Serdes.String(), ShopSerdes.profile())
            .withCachingEnabled(),
        Stores.keyValueStoreBuilder(named(CHECKS, onDisk), Serdes.String(), Serdes.String()));
  }

  private static KeyValueBytesStoreSupplier named(String name, boolean onDisk) {
    return onDisk ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name);
  }
}
