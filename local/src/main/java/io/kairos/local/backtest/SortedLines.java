package io.kairos.local.backtest;

import io.kairos.local.imports.ExternalSort;
import io.kairos.local.imports.SpillCodec;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;

/** Lines of a result file, put in order; more than fit in memory lie in temporary files. */
final class SortedLines implements AutoCloseable {
  private static final long CHUNK_BYTES = 32 << 20;

  private static final Comparator<Line> ORDER =
      Comparator.comparingLong(Line::timeMillis)
          .thenComparing(Line::customerId)
          .thenComparing(Line::id);

  private final ExternalSort<Line> lines = new ExternalSort<>(ORDER, new Codec(), CHUNK_BYTES);

  /** A line and its place: by time, customer, id. */
  record Line(long timeMillis, String customerId, String id, String text) {}

  synchronized void add(Line line) {
    try {
      lines.add(line);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Writes all lines; to be called once, after the last {@link #add}. */
  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Iterator<Line> sorted = lines.sorted(); sorted.hasNext(); ) {
        out.write(sorted.next().text());
        out.newLine();
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private static final class Codec implements SpillCodec<Line> {
    /** What a line takes on the heap beside its letters, roughly. */
    private static final int OVERHEAD_BYTES = 200;

    @Override
    public void write(Line line, DataOutputStream out) throws IOException {
      out.writeLong(line.timeMillis());
      write(line.customerId(), out);
      write(line.id(), out);
      write(line.text(), out);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }

    @Override
    public Line read(DataInputStream in) throws IOException {
      return new Line(in.readLong(), text(in), text(in), text(in));
    }

    private static String text(DataInputStream in) throws IOException {
      byte[] utf8 = new byte[in.readInt()];
      in.readFully(utf8);
      return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public int weight(Line line) {
      return line.text().length() + OVERHEAD_BYTES;
    }
  }
}
