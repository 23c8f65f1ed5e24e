package io.kairos.flink.state;

import io.kairos.engine.pack.Hash;
import java.nio.ByteBuffer;

/**
 * Flink's key: a 128-bit hash of the customer id with the deployment's salt. The id itself stands
 * in the value, so that nothing but the value names the customer.
 *
 * <p>The hash is SHA-256, cut, and never changes: a different key would lose every state.
 */
public record CustomerKey(long high, long low) {

  /**
   * @param salt of the deployment; the same for its whole life
   */
  public static CustomerKey of(String salt, String customerId) {
    ByteBuffer digest = ByteBuffer.wrap(Hash.digest(salt, customerId));
    return new CustomerKey(digest.getLong(), digest.getLong());
  }

  @Override
  public int hashCode() {
    return (int) low;
  }
}
