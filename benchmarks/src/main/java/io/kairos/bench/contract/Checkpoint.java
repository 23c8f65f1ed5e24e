package io.kairos.bench.contract;

/**
 * A completed checkpoint.
 *
 * @param durationMillis from the request to the last task's answer
 * @param syncMillis the longest of the tasks' synchronous parts, as Flink counts them: without what
 *     an operator does before it passes the barrier on
 * @param pauseMillis the longest that a task stood still for it at most: from the barrier's arrival
 *     to the answer, less what was written aside
 * @param writtenBytes new in this checkpoint
 * @param stateBytes of all that it needs, earlier ones' files included
 */
public record Checkpoint(
    long durationMillis, long syncMillis, long pauseMillis, long writtenBytes, long stateBytes) {
  private static final int FIELDS = 5;

  /** As a line of the file. */
  String line() {
    return durationMillis
        + ","
        + syncMillis
        + ","
        + pauseMillis
        + ","
        + writtenBytes
        + ","
        + stateBytes;
  }

  /**
   * Reads a line of the file.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Checkpoint of(String line) {
    String[] fields = line.split(",");
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("no checkpoint: " + line);
    }
    return new Checkpoint(
        Long.parseLong(fields[0]),
        Long.parseLong(fields[1]),
        Long.parseLong(fields[2]),
        Long.parseLong(fields[3]),
        Long.parseLong(fields[4]));
  }
}
