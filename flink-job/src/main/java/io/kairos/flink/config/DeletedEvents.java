package io.kairos.flink.config;

/** What becomes of a job where the brokers have deleted what it is to read next. */
public enum DeletedEvents {
  /** It ends. */
  STOP,
  /** It goes on at the earliest record that there is: what was deleted is never read. */
  SKIP
}
