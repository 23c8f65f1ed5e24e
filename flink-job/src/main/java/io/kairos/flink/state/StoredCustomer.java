package io.kairos.flink.state;

import io.kairos.engine.CustomerState;

/**
 * The one value of a customer: the state, as an object or packed as its bytes, and where the timer
 * stands. Packed it takes less of the heap, and is nothing for the garbage collector to follow.
 * Immutable.
 */
public final class StoredCustomer {
  private final long wakeUpMillis;
  private final CustomerState state;
  private final byte[] packed;

  private StoredCustomer(long wakeUpMillis, CustomerState state, byte[] packed) {
    this.wakeUpMillis = wakeUpMillis;
    this.state = state;
    this.packed = packed;
  }

  /**
   * @param wakeUpMillis the instant of the customer's one timer, epoch milliseconds; {@link
   *     Long#MAX_VALUE} for none
   */
  public static StoredCustomer of(long wakeUpMillis, CustomerState state) {
    return new StoredCustomer(wakeUpMillis, state, null);
  }

  static StoredCustomer ofBytes(long wakeUpMillis, byte[] packed) {
    return new StoredCustomer(wakeUpMillis, null, packed);
  }

  /**
   * The instant of the customer's one timer, epoch milliseconds; {@link Long#MAX_VALUE} for none.
   */
  public long wakeUpMillis() {
    return wakeUpMillis;
  }

  /** The state; read from its bytes each time if it is packed. */
  public CustomerState state() {
    return state == null ? CustomerState.fromBytes(packed) : state;
  }

  /** The same, packed. */
  public StoredCustomer pack() {
    return state == null ? this : ofBytes(wakeUpMillis, state.toBytes());
  }

  /** The same as an object that does not hold on to the bytes that it was read from. */
  public StoredCustomer alone() {
    return state == null ? this : of(wakeUpMillis, state.alone());
  }

  /** The state's own bytes. Not to be changed. */
  byte[] bytes() {
    return state == null ? packed : state.toBytes();
  }

  /** How many bytes the state takes when written. */
  public int size() {
    return bytes().length;
  }
}
