package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import java.io.IOException;
import java.util.Iterator;

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
    ExternalSort<PlacedEvent> events =
        new ExternalSort<>(PlacedEvent.ORDER, PlacedEvent.codec(), chunkEvents);
    try {
      UnsortedImport file = new UnsortedImport(format);
      file.readPlaced(request, events::add);
      return new SortedImport(events, file.counts());
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
