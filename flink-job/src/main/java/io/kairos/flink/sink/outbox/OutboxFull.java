package io.kairos.flink.sink.outbox;

/** More triggers wait for the next checkpoint than fit. The job restarts from the last one. */
public final class OutboxFull extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  OutboxFull(long bytes, long maxBytes) {
    super(
        "OUTBOX_FULL: triggers of %,d bytes wait for a checkpoint to complete, more than"
                .formatted(bytes)
            + " sink.max-uncommitted (%,d bytes) allows in one slot.".formatted(maxBytes)
            + " Look whether checkpoints complete, lower execution.checkpointing.interval, or raise"
            + " sink.max-uncommitted.");
  }
}
