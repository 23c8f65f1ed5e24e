/**
 * Triggers exactly once: between two checkpoints they wait in the outbox, which is part of the
 * checkpoint, and once that is complete they go out in one transaction with a receipt.
 */
package io.kairos.flink.sink.outbox;
