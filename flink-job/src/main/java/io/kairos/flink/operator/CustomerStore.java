package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.StoredCustomer;
import java.io.IOException;

/** Where customers are kept for good. */
interface CustomerStore {
  /** A customer; null for one who is not known. */
  StoredCustomer read(CustomerKey key) throws IOException;

  /**
   * Keeps a customer.
   *
   * @return the same customer, in the form that is cheapest to hold on to
   */
  StoredCustomer write(CustomerKey key, StoredCustomer customer) throws IOException;
}
