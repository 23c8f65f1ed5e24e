package io.kairos.local.job;

import java.io.IOException;
import java.io.Serializable;

/** What a test does on the way of triggers from the writer to the topic. */
interface Steps extends Serializable {

  /** A barrier is there. */
  default void barrier(int subtask, boolean holdsTriggers) throws InterruptedException {}

  /** A writer has handed over. */
  default void handedOver(int subtask) {}

  /** A checkpoint is complete, and nothing of it has been sent. */
  default void beforeCommit() throws IOException, InterruptedException {}

  /** All of it has been sent. */
  default void afterCommit() {}
}
