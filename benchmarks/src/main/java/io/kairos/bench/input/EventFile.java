package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import io.kairos.local.backtest.EventSource;
import io.kairos.local.backtest.Period;
import io.kairos.local.backtest.Watch;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.Topics;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Events as a log's records, one after the other in a file: a history without Kafka. */
public record EventFile(Path file) implements EventSource {

  /** Writes all events of an input, or what is there from an earlier time is left so. */
  public void write(InputSpec spec) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path half = file.resolveSibling(file.getFileName() + ".half");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(half)))) {
      for (Iterator<InputEvent> events = spec.stream().iterator(); events.hasNext(); ) {
        write(events.next(), out);
      }
      out.writeByte(-1);
    }
    Files.move(half, file);
  }

  private static void write(InputEvent event, DataOutputStream out) throws IOException {
    byte[] value = SingleObject.encode(event.record());
    out.writeByte(event.topic().ordinal());
    out.writeLong(event.timeMillis());
    out.writeUTF(event.customerId());
    out.writeInt(value.length);
    out.write(value);
  }

  @Override
  public String topicPrefix() {
    return Topics.DEFAULT_PREFIX;
  }

  @Override
  public List<String> read(Period period, RecordTaker taker, Watch watch) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int topic = in.readByte(); topic >= 0; topic = in.readByte()) {
        String name = Topics.values()[topic].name(Topics.DEFAULT_PREFIX);
        long millis = in.readLong();
        byte[] key = in.readUTF().getBytes(StandardCharsets.UTF_8);
        byte[] value = in.readNBytes(in.readInt());
        taker.take(() -> record(name, millis, key, value));
      }
    }
    return List.of();
  }

  private static ConsumerRecord<byte[], byte[]> record(
      String topic, long millis, byte[] key, byte[] value) {
    return new ConsumerRecord<>(
        topic,
        0,
        0,
        millis,
        TimestampType.LOG_APPEND_TIME,
        key.length,
        value.length,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
