package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.StoredCustomer;

/** A customer in the cache, and a link of one {@link Recency}. */
final class CachedCustomer {
  final CustomerKey key;
  StoredCustomer value;
  Recency list;
  CachedCustomer before;
  CachedCustomer after;

  CachedCustomer(CustomerKey key) {
    this.key = key;
  }
}
