package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;

/**
 * A walk over all customers in small slices, between which events go on. RocksDB walks over the
 * keys as they were at its beginning; the heap cannot while they change, so that its keys are
 * copied first.
 */
final class KeySweep implements AutoCloseable {
  private final Stream<CustomerKey> keys;
  private final Iterator<CustomerKey> iterator;

  private KeySweep(Stream<CustomerKey> keys) {
    this.keys = keys;
    this.iterator = keys.iterator();
  }

  static KeySweep over(KeyedStateBackend<CustomerKey> backend) {
    Stream<CustomerKey> keys = backend.getKeys(Names.CUSTOMERS, VoidNamespace.INSTANCE);
    return backend instanceof HeapKeyedStateBackend<?>
        ? new KeySweep(keys.toList().stream())
        : new KeySweep(keys);
  }

  boolean hasNext() {
    return iterator.hasNext();
  }

  CustomerKey next() {
    return iterator.next();
  }

  @Override
  public void close() {
    keys.close();
  }
}
