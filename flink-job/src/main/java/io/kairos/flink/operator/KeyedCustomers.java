package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.StoredCustomer;
import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.KeyContext;

/** Customers in Flink's keyed state. Each access makes its customer the current key. */
final class KeyedCustomers implements CustomerStore {
  private final KeyContext context;
  private final ValueState<StoredCustomer> state;
  private final StateMetrics metrics;

  KeyedCustomers(KeyContext context, ValueState<StoredCustomer> state, StateMetrics metrics) {
    this.context = context;
    this.state = state;
    this.metrics = metrics;
  }

  @Override
  public StoredCustomer read(CustomerKey key) throws IOException {
    context.setCurrentKey(key);
    metrics.reads().inc();
    return state.value();
  }

  @Override
  public void write(CustomerKey key, StoredCustomer customer) throws IOException {
    context.setCurrentKey(key);
    metrics.wrote(customer.state());
    state.update(customer);
  }
}
