package io.kairos.local.registry;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** The Confluent wire format, as its documentation says, without any code of ours. */
public final class ConfluentFormat {
  private static final int FRAME_BYTES = 5;

  private ConfluentFormat() {}

  public static byte[] write(int id, IndexedRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(0);
      out.writeInt(id);
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<IndexedRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }

  public static GenericRecord read(RegistryProcess registry, byte[] value) throws Exception {
    if (value[0] != 0) {
      throw new IOException("begins with " + value[0]);
    }
    int id = ByteBuffer.wrap(value).getInt(1);
    return new GenericDatumReader<GenericRecord>(registry.schema(id))
        .read(
            null,
            DecoderFactory.get()
                .binaryDecoder(value, FRAME_BYTES, value.length - FRAME_BYTES, null));
  }
}
