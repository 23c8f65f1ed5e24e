package io.kairos.flink.source;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import io.kairos.flink.state.ByteSerializer;
import io.kairos.flink.state.EnvelopeSerializer;
import io.kairos.flink.state.OwnType;
import io.kairos.wire.DeadLetter;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Ships what the source says, where the next operator is not chained to it. */
public final class IngestedSerializer extends ByteSerializer<Ingested> {
  private static final long serialVersionUID = 1L;
  private static final EnvelopeSerializer ENVELOPES = new EnvelopeSerializer();

  public static final TypeInformation<Ingested> TYPE =
      new OwnType<>(Ingested.class, new IngestedSerializer());

  @Override
  public void serialize(Ingested in, DataOutputView target) throws IOException {
    target.writeByte(in.kind().origin().ordinal());
    target.writeByte(in.kind().name().ordinal());
    target.writeBoolean(in.kind().late());
    target.writeLong(in.arrivalMillis());
    target.writeByte(in.reason() == null ? -1 : in.reason().ordinal());
    target.writeBoolean(in.deadLetter() != null);
    if (in.reason() == null) {
      ENVELOPES.serialize(in.envelope(), target);
    }
    if (in.deadLetter() != null) {
      writeBytes(DeadLetter.getEncoder().encode(in.deadLetter()).array(), target);
    }
  }

  @Override
  public Ingested deserialize(DataInputView source) throws IOException {
    Ingested.Kind kind =
        new Ingested.Kind(
            Origin.values()[source.readByte()],
            EventName.values()[source.readByte()],
            source.readBoolean());
    long arrival = source.readLong();
    int reason = source.readByte();
    boolean dead = source.readBoolean();
    return new Ingested(
        kind,
        arrival,
        reason < 0 ? ENVELOPES.deserialize(source) : null,
        reason < 0 ? null : RejectionReason.values()[reason],
        dead ? DeadLetter.getDecoder().decode(readBytes(source)) : null);
  }

  @Override
  public TypeSerializerSnapshot<Ingested> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Never in state, so never migrated. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Ingested> {
    public Snapshot() {
      super(IngestedSerializer::new);
    }
  }
}
