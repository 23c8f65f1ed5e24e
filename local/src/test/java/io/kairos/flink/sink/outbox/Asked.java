package io.kairos.flink.sink.outbox;

import org.apache.flink.api.connector.sink2.Committer;

/** A batch that Flink asks to commit. */
final class Asked implements Committer.CommitRequest<Batch> {
  private final Batch batch;
  private boolean already;

  Asked(Batch batch) {
    this.batch = batch;
  }

  /** Whether the committer said that it had gone out before. */
  boolean already() {
    return already;
  }

  @Override
  public Batch getCommittable() {
    return batch;
  }

  @Override
  public int getNumberOfRetries() {
    return 0;
  }

  @Override
  public void signalFailedWithKnownReason(Throwable reason) {
    throw new AssertionError("A batch is never given up", reason);
  }

  @Override
  public void signalFailedWithUnknownReason(Throwable reason) {
    throw new AssertionError("A batch is never given up", reason);
  }

  @Override
  public void updateAndRetryLater(Batch committable) {
    throw new AssertionError("A batch never changes");
  }

  @Override
  public void retryLater() {
    throw new AssertionError("The next attempt is a restart");
  }

  @Override
  public void signalAlreadyCommitted() {
    already = true;
  }
}
