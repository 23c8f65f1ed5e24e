package io.kairos.flink.sink.outbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A record that waits in the outbox, as its topic will hold it. */
record Message(byte[] key, byte[] value, List<Header> headers) {

  static Message of(ProducerRecord<byte[], byte[]> record) {
    return new Message(record.key(), record.value(), List.of(record.headers().toArray()));
  }

  ProducerRecord<byte[], byte[]> to(String topic) {
    return new ProducerRecord<>(topic, null, key, value, headers);
  }

  /** What it takes, in bytes, without the objects around it. */
  long size() {
    return (long) key.length
        + value.length
        + headers.stream().mapToLong(header -> header.key().length() + header.value().length).sum();
  }

  void write(DataOutputView out) throws IOException {
    write(key, out);
    write(value, out);
    out.writeInt(headers.size());
    for (Header header : headers) {
      out.writeUTF(header.key());
      write(header.value(), out);
    }
  }

  static Message read(DataInputView in) throws IOException {
    byte[] key = bytes(in);
    byte[] value = bytes(in);
    int count = in.readInt();
    List<Header> headers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      headers.add(new RecordHeader(in.readUTF(), bytes(in)));
    }
    return new Message(key, value, headers);
  }

  private static void write(byte[] bytes, DataOutputView out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
