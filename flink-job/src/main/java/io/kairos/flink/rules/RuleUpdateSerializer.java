package io.kairos.flink.rules;

import io.kairos.flink.state.ByteSerializer;
import io.kairos.flink.state.OwnType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Ships the records of the rules topic to every subtask, and keeps those of a bounded job in state:
 * so its form must stay readable.
 */
public final class RuleUpdateSerializer extends ByteSerializer<RuleUpdate> {
  private static final long serialVersionUID = 1L;

  public static final TypeInformation<RuleUpdate> TYPE =
      new OwnType<>(RuleUpdate.class, new RuleUpdateSerializer());

  @Override
  public void serialize(RuleUpdate update, DataOutputView target) throws IOException {
    target.writeLong(update.offset());
    target.writeLong(update.arrivalMillis());
    target.writeBoolean(update.value() != null);
    if (update.value() != null) {
      writeBytes(update.value(), target);
    }
  }

  @Override
  public RuleUpdate deserialize(DataInputView source) throws IOException {
    long offset = source.readLong();
    long arrival = source.readLong();
    return new RuleUpdate(source.readBoolean() ? readBytes(source) : null, offset, arrival);
  }

  @Override
  public TypeSerializerSnapshot<RuleUpdate> snapshotConfiguration() {
    return new Snapshot();
  }

  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RuleUpdate> {
    public Snapshot() {
      super(RuleUpdateSerializer::new);
    }
  }
}
