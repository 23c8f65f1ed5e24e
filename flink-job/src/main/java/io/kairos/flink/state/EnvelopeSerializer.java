package io.kairos.flink.state;

import io.kairos.engine.event.Origin;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An envelope as its fields one after the other. */
public final class EnvelopeSerializer extends ByteSerializer<Envelope> {
  private static final long serialVersionUID = 1L;
  private static final Origin[] ORIGINS = Origin.values();

  @Override
  public void serialize(Envelope envelope, DataOutputView target) throws IOException {
    target.writeLong(envelope.key().high());
    target.writeLong(envelope.key().low());
    target.writeByte(envelope.origin().ordinal());
    target.writeLong(envelope.positionMillis());
    target.writeLong(envelope.arrivalMillis());
    writeBytes(envelope.record(), target);
  }

  @Override
  public Envelope deserialize(DataInputView source) throws IOException {
    return new Envelope(
        new CustomerKey(source.readLong(), source.readLong()),
        ORIGINS[source.readByte()],
        source.readLong(),
        source.readLong(),
        readBytes(source));
  }

  @Override
  public TypeSerializerSnapshot<Envelope> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Always compatible as is: what may change is inside the record, under its own schema. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Envelope> {
    public Snapshot() {
      super(EnvelopeSerializer::new);
    }
  }
}
