package io.kairos.local.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Predicate;

/** Reads a file of one row a line; blank lines are no rows. */
final class TextLines {

  /** Makes events of one line. */
  @FunctionalInterface
  interface LineReader {
    /**
     * @param number of the line in the file, from 1
     */
    void read(long number, String line) throws RowRefused, IOException;
  }

  private TextLines() {}

  /** Reads every line; refused lines are counted and left out. */
  static void read(InputFile file, ImportSink sink, LineReader reader) throws IOException {
    read(file, line -> false, sink, reader);
  }

  /** As above, for files whose first line may be a header. */
  static void read(InputFile file, Predicate<String> header, ImportSink sink, LineReader reader)
      throws IOException {
    try (BufferedReader lines = file.open()) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !(number == 1 && header.test(line))) {
          read(number, line, sink, reader);
        }
        number++;
      }
    }
  }

  private static void read(long number, String line, ImportSink sink, LineReader reader)
      throws IOException {
    sink.row();
    try {
      reader.read(number, line);
    } catch (RowRefused refused) {
      sink.leaveOutRow(refused.reason(), "line %d: %s".formatted(number, refused.getMessage()));
    }
  }
}
