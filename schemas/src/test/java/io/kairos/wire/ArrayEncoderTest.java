package io.kairos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** It writes the bytes of Avro's own encoder, whatever their number. */
class ArrayEncoderTest {
  private static final String LONG_TEXT = "\u65f6\u673a".repeat(5_000);

  @Test
  void itGrows() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder byAvro = EncoderFactory.get().directBinaryEncoder(bytes, null);
    ArrayEncoder array = new ArrayEncoder();
    for (int i = 0; i < 100; i++) {
      write(byAvro, i);
      write(array, i);
    }
    assertThat(array.bytesBuffered()).isEqualTo(bytes.size());
    assertThat(array.toByteArray()).isEqualTo(bytes.toByteArray());
  }

  @Test
  void clearedItBeginsAnew() throws Exception {
    ArrayEncoder array = new ArrayEncoder();
    write(array, 1);
    array.clear();
    array.writeInt(-1);
    assertThat(array.toByteArray()).containsExactly(1);
  }

  private static void write(BinaryEncoder out, int i) throws IOException {
    out.writeBoolean(i % 2 == 0);
    out.writeInt(Integer.MIN_VALUE + i);
    out.writeLong(Long.MAX_VALUE - i);
    out.writeFloat(i / 3f);
    out.writeDouble(-i / 7d);
    out.writeString(LONG_TEXT.substring(0, i * 70));
    out.writeBytes(new byte[i]);
    out.writeArrayStart();
    out.writeArrayEnd();
  }
}
