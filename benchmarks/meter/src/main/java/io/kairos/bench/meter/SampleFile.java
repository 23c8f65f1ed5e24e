package io.kairos.bench.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a run: the most memory that the process ever held, and then a {@link Sample} a
 * line, in order of time.
 *
 * @param maxRssBytes 0 where the system does not tell
 * @param samples at least one
 */
public record SampleFile(long maxRssBytes, List<Sample> samples) {

  public SampleFile {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples");
    }
    samples = List.copyOf(samples);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(Long.toString(maxRssBytes));
    samples.forEach(sample -> lines.add(sample.line()));
    Files.write(file, lines);
  }

  /**
   * Reads what a process has left.
   *
   * @throws IllegalArgumentException if the file is not whole
   */
  public static SampleFile read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("no samples in " + file);
    }
    return new SampleFile(
        Long.parseLong(lines.get(0)),
        lines.subList(1, lines.size()).stream().map(Sample::of).toList());
  }
}
