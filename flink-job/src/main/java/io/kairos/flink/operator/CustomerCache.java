package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.StoredCustomer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The customers that were touched last, before the store. What changed is written later: when its
 * place is needed, when too many are unwritten, and before every checkpoint. So a customer who is
 * in the middle of a visit costs neither a read nor a write for each step.
 *
 * <p>They are held in the form in which the store keeps them. As bytes they cost a packing each
 * time, but as objects they would cost the garbage collector more.
 *
 * <p>Values are immutable. With room for none, every access goes to the store.
 */
final class CustomerCache {
  private final CustomerStore store;
  private final int room;
  private final StateMetrics metrics;
  private final Map<CustomerKey, CachedCustomer> byKey = new HashMap<>();
  private final Recency written = new Recency();
  private final Recency unwritten = new Recency();

  /**
   * @param room most customers that are kept, at least 0
   */
  CustomerCache(CustomerStore store, int room, StateMetrics metrics) {
    this.store = store;
    this.room = room;
    this.metrics = metrics;
  }

  /** A customer who is about to change; null for one who is not known. */
  StoredCustomer get(CustomerKey key) throws IOException {
    CachedCustomer cached = byKey.get(key);
    if (cached != null) {
      metrics.hits().inc();
      cached.list.touch(cached);
      return cached.value;
    }
    metrics.misses().inc();
    StoredCustomer stored = store.read(key);
    if (stored != null && room > 0) {
      written.touch(admit(key, stored));
    }
    return stored;
  }

  /** A customer who is only looked at, which takes nobody's place. */
  StoredCustomer look(CustomerKey key) throws IOException {
    CachedCustomer cached = byKey.get(key);
    return cached == null ? store.read(key) : cached.value;
  }

  void put(CustomerKey key, StoredCustomer customer) throws IOException {
    if (room == 0) {
      store.write(key, customer);
      return;
    }
    StoredCustomer formed = store.formed(customer);
    CachedCustomer cached = byKey.get(key);
    if (cached == null) {
      cached = admit(key, formed);
    }
    cached.value = formed;
    unwritten.touch(cached);
  }

  /** Writes those who were touched longest ago until so many are left unwritten. */
  void write(int left) throws IOException {
    while (unwritten.size() > left) {
      CachedCustomer oldest = unwritten.oldest();
      store.write(oldest.key, oldest.value);
      written.touch(oldest);
    }
  }

  int size() {
    return byKey.size();
  }

  int unwritten() {
    return unwritten.size();
  }

  private CachedCustomer admit(CustomerKey key, StoredCustomer customer) throws IOException {
    if (byKey.size() >= room) {
      evict();
    }
    CachedCustomer cached = new CachedCustomer(key);
    cached.value = customer;
    byKey.put(key, cached);
    return cached;
  }

  private void evict() throws IOException {
    if (written.size() == 0) {
      write(unwritten.size() - 1);
    }
    CachedCustomer oldest = written.oldest();
    written.remove(oldest);
    byKey.remove(oldest.key);
  }
}
