package io.kairos.flink.sink.outbox;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** At least once: passes on what is written at once, past the outbox. */
@SuppressWarnings("try") // Kafka's own writer may be interrupted when it closes.
final class PassingWriter<T> implements CommittingSinkWriter<T, Batch> {
  private final SinkWriter<T> kafka;

  PassingWriter(SinkWriter<T> kafka) {
    this.kafka = kafka;
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    kafka.write(element, context);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    kafka.flush(endOfInput);
  }

  @Override
  public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
    kafka.writeWatermark(watermark);
  }

  @Override
  public Collection<Batch> prepareCommit() {
    return List.of();
  }

  @Override
  public void close() throws Exception {
    kafka.close();
  }
}
