package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipException;

/** The events of files of one format, in the order in which they stand there. */
public final class UnsortedImport {
  private final ImportFormat format;
  private final ImportTally tally = new ImportTally();

  public UnsortedImport(ImportFormat format) {
    this.format = format;
  }

  /** Takes the events that go in. */
  public interface EventTaker {
    void take(InputEvent event) throws IOException;
  }

  /**
   * Reads one file.
   *
   * @throws IOException if it cannot be read
   * @throws ImportException if there is no such file or it is not of this format
   */
  public void read(ImportRequest request, EventTaker taker) throws IOException {
    readPlaced(request, placed -> taker.take(placed.event()));
  }

  void readPlaced(ImportRequest request, CountingSink.Taker taker) throws IOException {
    if (!Files.isRegularFile(request.file())) {
      throw new ImportException("no file " + request.file());
    }
    try {
      format.read(
          new InputFile(request.file(), request.progress()),
          new CountingSink(request, taker, tally));
    } catch (EOFException | ZipException broken) {
      throw new ImportException(
          "%s is broken or cut off: %s".formatted(request.file(), broken.getMessage()), broken);
    }
  }

  /** What became of the rows of all files read so far. */
  public ImportCounts counts() {
    return tally.counts();
  }
}
