package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.StoredCustomer;
import java.io.IOException;

/** Where customers are kept for good. */
interface CustomerStore {
  /** A customer; null for one who is not known. */
  StoredCustomer read(CustomerKey key) throws IOException;

  void write(CustomerKey key, StoredCustomer customer) throws IOException;

  /** The same customer in the form in which the store keeps it. */
  StoredCustomer formed(StoredCustomer customer);
}
