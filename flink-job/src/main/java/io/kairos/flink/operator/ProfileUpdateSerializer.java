package io.kairos.flink.operator;

import io.kairos.flink.state.ByteSerializer;
import io.kairos.flink.state.OwnType;
import io.kairos.wire.Profile;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Ships profiles to their sink where that is not chained. */
public final class ProfileUpdateSerializer extends ByteSerializer<ProfileUpdate> {
  private static final long serialVersionUID = 1L;

  public static final TypeInformation<ProfileUpdate> TYPE =
      new OwnType<>(ProfileUpdate.class, new ProfileUpdateSerializer());

  @Override
  public void serialize(ProfileUpdate update, DataOutputView target) throws IOException {
    target.writeUTF(update.customerId());
    target.writeBoolean(update.profile() != null);
    if (update.profile() != null) {
      writeBytes(Profile.getEncoder().encode(update.profile()).array(), target);
    }
  }

  @Override
  public ProfileUpdate deserialize(DataInputView source) throws IOException {
    String customerId = source.readUTF();
    return new ProfileUpdate(
        customerId, source.readBoolean() ? Profile.getDecoder().decode(readBytes(source)) : null);
  }

  @Override
  public TypeSerializerSnapshot<ProfileUpdate> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Never in state, so never migrated. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ProfileUpdate> {
    public Snapshot() {
      super(ProfileUpdateSerializer::new);
    }
  }
}
