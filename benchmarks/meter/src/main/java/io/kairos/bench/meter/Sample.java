package io.kairos.bench.meter;

/**
 * Where the process stood at an instant.
 *
 * @param wallNanos since an arbitrary origin, the same for all samples of a process
 * @param records polled so far
 * @param cpuNanos of all threads so far, without those that compile
 * @param gcNanos the part of it that garbage collection took
 */
public record Sample(long wallNanos, long records, long cpuNanos, long gcNanos) {
  static final int FIELDS = 4;

  /** As a line of the file. */
  String line() {
    return wallNanos + "," + records + "," + cpuNanos + "," + gcNanos;
  }

  /**
   * Reads a line of the file.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Sample of(String line) {
    String[] fields = line.split(",");
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("no sample: " + line);
    }
    return new Sample(
        Long.parseLong(fields[0]),
        Long.parseLong(fields[1]),
        Long.parseLong(fields[2]),
        Long.parseLong(fields[3]));
  }
}
