package io.kairos.local.job;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A sink with a test at each step. */
@SuppressWarnings("try") // A writer may be interrupted when it closes.
final class WatchedSink<T, C> implements Sink<T>, SupportsCommitter<C> {
  private static final long serialVersionUID = 1L;

  private final Sink<T> sink;
  private final Steps steps;

  private WatchedSink(Sink<T> sink, Steps steps) {
    this.sink = sink;
    this.steps = steps;
  }

  static <T> Sink<T> of(Sink<T> sink, Steps steps) {
    return new WatchedSink<T, Object>(sink, steps);
  }

  @SuppressWarnings("unchecked") // A sink that commits is one that supports a committer.
  private SupportsCommitter<C> committing() {
    return (SupportsCommitter<C>) sink;
  }

  @Override
  @SuppressWarnings("unchecked") // Its writer hands over what its committer takes.
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    Writer writer =
        new Writer(
            (CommittingSinkWriter<T, C>) sink.createWriter(context),
            context.getTaskInfo().getIndexOfThisSubtask());
    steps.opened(writer.subtask, context.getMailboxExecutor());
    return writer;
  }

  @Override
  public Committer<C> createCommitter(CommitterInitContext context) throws IOException {
    return new Watched(committing().createCommitter(context));
  }

  @Override
  public SimpleVersionedSerializer<C> getCommittableSerializer() {
    return committing().getCommittableSerializer();
  }

  private final class Writer implements CommittingSinkWriter<T, C> {
    private final CommittingSinkWriter<T, C> writer;
    private final int subtask;
    private boolean holdsTriggers;

    private Writer(CommittingSinkWriter<T, C> writer, int subtask) {
      this.writer = writer;
      this.subtask = subtask;
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
      writer.write(element, context);
      holdsTriggers = true;
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
      steps.barrier(subtask, holdsTriggers);
      writer.flush(endOfInput);
    }

    @Override
    public Collection<C> prepareCommit() throws IOException, InterruptedException {
      Collection<C> committables = writer.prepareCommit();
      holdsTriggers = false;
      if (!committables.isEmpty()) {
        steps.handedOver(subtask);
      }
      return committables;
    }

    @Override
    public void close() throws Exception {
      try {
        writer.close();
      } finally {
        steps.closed(subtask);
      }
    }
  }

  private final class Watched implements Committer<C> {
    private final Committer<C> committer;

    private Watched(Committer<C> committer) {
      this.committer = committer;
    }

    @Override
    public void commit(Collection<CommitRequest<C>> requests)
        throws IOException, InterruptedException {
      if (!requests.isEmpty()) {
        steps.beforeCommit();
      }
      committer.commit(requests);
      if (!requests.isEmpty()) {
        steps.afterCommit();
      }
    }

    @Override
    public void close() throws Exception {
      committer.close();
    }
  }
}
