package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.zip.ZipException;

/**
 * The events of one file by time, ties in the order of the file. The file is read once, when this
 * opens; up to 100,000 events are in memory, more lie in temporary files until {@link #close}.
 */
public final class SortedImport implements Iterator<InputEvent>, AutoCloseable {
  private static final int CHUNK_EVENTS = 100_000;

  private final ExternalSort<PlacedEvent> events;
  private final ImportCounts counts;
  private final Iterator<PlacedEvent> sorted;

  private SortedImport(ExternalSort<PlacedEvent> events, ImportCounts counts) throws IOException {
    this.events = events;
    this.counts = counts;
    this.sorted = events.sorted();
  }

  /**
   * Reads and sorts a file.
   *
   * @throws IOException if the file or a temporary file fails; the latter are deleted
   * @throws ImportException if there is no such file or it is not of this format
   */
  public static SortedImport open(ImportFormat format, ImportRequest request) throws IOException {
    return open(format, request, CHUNK_EVENTS);
  }

  static SortedImport open(ImportFormat format, ImportRequest request, int chunkEvents)
      throws IOException {
    if (!Files.isRegularFile(request.file())) {
      throw new ImportException("no file " + request.file());
    }
    ExternalSort<PlacedEvent> events =
        new ExternalSort<>(PlacedEvent.ORDER, PlacedEvent.codec(), chunkEvents);
    try {
      SortingSink sink = new SortingSink(request, events);
      format.read(new InputFile(request.file(), request.progress()), sink);
      return new SortedImport(events, sink.counts());
    } catch (EOFException | ZipException broken) {
      events.close();
      throw new ImportException(
          "%s is broken or cut off: %s".formatted(request.file(), broken.getMessage()), broken);
    } catch (IOException | RuntimeException failure) {
      events.close();
      throw failure;
    }
  }

  /** What became of the rows; complete from the start. */
  public ImportCounts counts() {
    return counts;
  }

  @Override
  public boolean hasNext() {
    return sorted.hasNext();
  }

  @Override
  public InputEvent next() {
    return sorted.next().event();
  }

  /** Deletes the temporary files. */
  @Override
  public void close() throws IOException {
    events.close();
  }
}
