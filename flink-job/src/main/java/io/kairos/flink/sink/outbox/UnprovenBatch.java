package io.kairos.flink.sink.outbox;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Triggers of an old checkpoint of which nobody can tell any more whether they went out. A restart
 * would know no more, so there is none.
 */
public final class UnprovenBatch extends SuppressRestartsException {
  private static final long serialVersionUID = 1L;

  UnprovenBatch(Batch batch, long provableMillis) {
    super(
        new IllegalStateException(
            "UNPROVEN_BATCH: the checkpoint holds %,d triggers from %s."
                    .formatted(batch.messages().size(), Instant.ofEpochMilli(batch.madeMillis()))
                + " Whether they went out, the brokers forgot after sink.receipt-retention (%s)."
                    .formatted(Duration.ofMillis(provableMillis))
                + " Look into the topic %s. Then start once more from the same checkpoint with"
                    .formatted(batch.topic())
                + " sink.unproven-batch send (they may come twice, with the same ids) or skip"
                + " (they may never come)."));
  }

  @Override
  public String getMessage() {
    return getCause().getMessage();
  }
}
