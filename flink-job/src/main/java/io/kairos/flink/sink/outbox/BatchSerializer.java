package io.kairos.flink.sink.outbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A batch as checkpoints hold it. */
final class BatchSerializer implements SimpleVersionedSerializer<Batch> {
  private static final int VERSION = 1;
  private static final int USUAL_BYTES = 4096;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(Batch batch) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
    out.writeUTF(batch.sender());
    out.writeLong(batch.number());
    out.writeLong(batch.madeMillis());
    out.writeUTF(batch.topic());
    out.writeInt(batch.messages().size());
    for (Message message : batch.messages()) {
      message.write(out);
    }
    return out.getCopyOfBuffer();
  }

  /**
   * @throws IOException if a later release has written it
   */
  @Override
  public Batch deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "Triggers that wait in the outbox are of form %d, and this release knows %d only"
              .formatted(version, VERSION));
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    String sender = in.readUTF();
    long number = in.readLong();
    long madeMillis = in.readLong();
    String topic = in.readUTF();
    int count = in.readInt();
    List<Message> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      messages.add(Message.read(in));
    }
    return new Batch(sender, number, madeMillis, topic, messages);
  }
}
