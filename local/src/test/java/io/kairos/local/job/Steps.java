package io.kairos.local.job;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.common.operators.MailboxExecutor;

/** What a test does on the way of triggers from the writer to the topic. */
interface Steps extends Serializable {

  /** A writer is there, which runs what it is told to between its records. */
  default void opened(int subtask, MailboxExecutor mailbox) {}

  /** A barrier is there. */
  default void barrier(int subtask, boolean holdsTriggers) throws InterruptedException {}

  /** A writer has handed over. */
  default void handedOver(int subtask) {}

  /** A checkpoint is complete, and nothing of it has been sent. */
  default void beforeCommit() throws IOException, InterruptedException {}

  /** All of it has been sent. */
  default void afterCommit() {}

  /** A writer is gone, and the committer behind it. */
  default void closed(int subtask) {}
}
