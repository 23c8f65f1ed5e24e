package io.kairos.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A customer as the instant of the timer and the state's own bytes, which begin with their version.
 * The reader of the bytes reads every released version, so the snapshot always answers compatible
 * as is: anything else would make RocksDB rewrite all state at the first access.
 */
public final class StoredCustomerSerializer extends ByteSerializer<StoredCustomer> {
  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(StoredCustomer customer, DataOutputView target) throws IOException {
    target.writeLong(customer.wakeUpMillis());
    writeBytes(customer.bytes(), target);
  }

  @Override
  public StoredCustomer deserialize(DataInputView source) throws IOException {
    return StoredCustomer.ofBytes(source.readLong(), readBytes(source));
  }

  @Override
  public TypeSerializerSnapshot<StoredCustomer> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Always compatible as is. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<StoredCustomer> {
    public Snapshot() {
      super(StoredCustomerSerializer::new);
    }
  }
}
