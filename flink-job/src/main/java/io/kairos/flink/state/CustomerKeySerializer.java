package io.kairos.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A key as its 16 bytes. */
public final class CustomerKeySerializer extends ByteSerializer<CustomerKey> {
  private static final long serialVersionUID = 1L;

  @Override
  public int getLength() {
    return 16;
  }

  @Override
  public void serialize(CustomerKey key, DataOutputView target) throws IOException {
    target.writeLong(key.high());
    target.writeLong(key.low());
  }

  @Override
  public CustomerKey deserialize(DataInputView source) throws IOException {
    return new CustomerKey(source.readLong(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<CustomerKey> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Always compatible as is: the form of a key never changes. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CustomerKey> {
    public Snapshot() {
      super(CustomerKeySerializer::new);
    }
  }
}
