package io.kairos.local.job;

/** Where a job can break on the way of its triggers from the writer to the topic. */
enum Failpoint {
  /** The barrier of a checkpoint is there, and nothing has been handed over for it. */
  BEFORE_BARRIER,
  /** The writer has handed over, and the checkpoint knows nothing of it. */
  AFTER_PRE_COMMIT,
  /** One subtask has handed over and acknowledged, the other never will. */
  ACKNOWLEDGED_INCOMPLETE,
  /** The checkpoint is stored, and its tasks have gone before anyone could tell them. */
  STORED_NOT_NOTIFIED,
  /** The checkpoint is complete and the committer knows; the commit was not sent. */
  NOTIFIED_NOT_SENT,
  /** The same once more in the attempt that comes after. */
  NOTIFIED_NOT_SENT_TWICE,
  /** The brokers have committed, and nobody was told. */
  SENT_ANSWER_LOST,
  /** Committed, and the only complete checkpoint still holds it as to be committed. */
  COMMITTED_STILL_IN_STATE,
  /** As {@link #NOTIFIED_NOT_SENT}, but it hangs there until the job is cancelled. */
  HANGS_BEFORE_COMMIT
}
