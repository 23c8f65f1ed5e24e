package io.kairos.flink.config;

/** What becomes of triggers of an old checkpoint of which nobody knows whether they went out. */
public enum Unproven {
  /** The job does not start. */
  REFUSE,
  /** They go out: a receiver may see them twice, with the same ids. */
  SEND,
  /** They do not: a receiver may never see them. */
  SKIP
}
