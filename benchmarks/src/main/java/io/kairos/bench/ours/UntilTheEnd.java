package io.kairos.bench.ours;

import io.kairos.bench.meter.Meter;
import io.kairos.flink.operator.ProfileUpdate;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Profiles on their way to a sink. A replay publishes everybody's profile as of its end, when all
 * is decided; a job that runs on does not, so the work is done with the first of them, or with the
 * end of the input where none is published.
 */
final class UntilTheEnd implements Sink<ProfileUpdate> {
  private static final long serialVersionUID = 1L;

  private final Sink<ProfileUpdate> sink;
  private final long endMillis;

  UntilTheEnd(Sink<ProfileUpdate> sink, long endMillis) {
    this.sink = sink;
    this.endMillis = endMillis;
  }

  @Override
  public SinkWriter<ProfileUpdate> createWriter(WriterInitContext context) throws IOException {
    int slots = context.getTaskInfo().getNumberOfParallelSubtasks();
    return new Writer(sink.createWriter(context), slots);
  }

  // Flink's writers may be interrupted while they close.
  @SuppressWarnings("try")
  private final class Writer implements SinkWriter<ProfileUpdate> {
    private final SinkWriter<ProfileUpdate> writer;
    private final int slots;
    private boolean done;

    Writer(SinkWriter<ProfileUpdate> writer, int slots) {
      this.writer = writer;
      this.slots = slots;
    }

    @Override
    public void write(ProfileUpdate profile, Context context)
        throws IOException, InterruptedException {
      Long time = context.timestamp();
      if (!done && time != null && time >= endMillis) {
        done = true;
        Meter.partDone(slots);
      }
      writer.write(profile, context);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
      writer.flush(endOfInput);
      if (endOfInput && !done) {
        done = true;
        Meter.partDone(slots);
      }
    }

    @Override
    public void close() throws Exception {
      writer.close();
    }
  }
}
