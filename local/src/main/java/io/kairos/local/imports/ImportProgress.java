package io.kairos.local.imports;

/**
 * Hears how far the reading of a file is; called about once every 64 KiB, on the reading thread.
 */
@FunctionalInterface
public interface ImportProgress {
  /** Nobody wants to know. */
  ImportProgress NONE = (readBytes, totalBytes) -> {};

  /**
   * @param readBytes bytes of the file read so far, compressed if the file is
   * @param totalBytes size of the file
   */
  void read(long readBytes, long totalBytes);
}
