package io.kairos.bench.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The samples of a run: a {@link Sample} a line, in order of time, and at the end of the process a
 * line of the most memory that it ever held.
 *
 * @param maxRssBytes 0 where the system does not tell
 * @param samples at least one
 */
public record SampleFile(long maxRssBytes, List<Sample> samples) {
  private static final String LAST = "max-rss-bytes,";

  public SampleFile {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples");
    }
    samples = List.copyOf(samples);
  }

  static String lastLine(long maxRssBytes) {
    return LAST + maxRssBytes + "\n";
  }

  /**
   * Reads what a process has left.
   *
   * @throws IllegalArgumentException if it has left nothing, or did not come to its end
   */
  public static SampleFile read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("its consumers polled nothing, or do not count");
    }
    List<String> lines = Files.readAllLines(file);
    int last = lines.size() - 1;
    if (last < 0 || !lines.get(last).startsWith(LAST)) {
      throw new IllegalArgumentException("the samples in " + file + " have no end");
    }
    return new SampleFile(
        Long.parseLong(lines.get(last).substring(LAST.length())),
        lines.subList(0, last).stream().map(Sample::of).toList());
  }

  /** How many records a process that may still run has polled so far; 0 if it has not begun. */
  public static long recordsSoFar(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    List<String> lines = Files.readAllLines(file);
    for (int line = lines.size() - 1; line >= 0; line--) {
      if (lines.get(line).split(",").length == Sample.FIELDS) {
        return Sample.of(lines.get(line)).records();
      }
    }
    return 0;
  }
}
