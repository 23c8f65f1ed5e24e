package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.OwnType;
import io.kairos.flink.state.StoredCustomer;
import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * Customers in Flink's keyed state, packed unless the state backend keeps objects. Each access
 * makes its customer the current key.
 */
final class KeyedCustomers implements CustomerStore {
  private final KeyContext context;
  private final ValueState<StoredCustomer> state;
  private final Form form;
  private final StateMetrics metrics;

  /** What a state backend keeps. */
  private enum Form {
    BYTES,
    OBJECTS;

    private static Form of(KeyedStateBackend<?> backend) {
      return backend instanceof HeapKeyedStateBackend<?> ? OBJECTS : BYTES;
    }
  }

  private KeyedCustomers(
      KeyContext context, ValueState<StoredCustomer> state, Form form, StateMetrics metrics) {
    this.context = context;
    this.state = state;
    this.form = form;
    this.metrics = metrics;
  }

  /** The customers in the state of an operator. */
  static KeyedCustomers of(AbstractStreamOperator<?> operator, StateMetrics metrics) {
    ValueStateDescriptor<StoredCustomer> descriptor =
        new ValueStateDescriptor<>(Names.CUSTOMERS, OwnType.STORED_CUSTOMER);
    return new KeyedCustomers(
        operator,
        operator.getRuntimeContext().getState(descriptor),
        Form.of(operator.getKeyedStateBackend()),
        metrics);
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
    state.update(customer);
    metrics.wrote(customer);
  }

  @Override
  public StoredCustomer formed(StoredCustomer customer) {
    return form == Form.BYTES ? customer.pack() : customer.alone();
  }
}
