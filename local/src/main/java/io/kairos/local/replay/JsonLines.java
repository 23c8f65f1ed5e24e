package io.kairos.local.replay;

import io.kairos.wire.PlainJson;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;

/** A file of records, one JSON object a line; or none, and nothing is written. */
final class JsonLines implements Closeable {
  private final Optional<BufferedWriter> out;

  /** Begins the file, over what is there. */
  JsonLines(Optional<Path> file) throws IOException {
    this.out =
        file.isPresent() ? Optional.of(Files.newBufferedWriter(file.get())) : Optional.empty();
  }

  void write(IndexedRecord record) throws IOException {
    if (out.isPresent()) {
      out.get().write(PlainJson.of(record));
      out.get().newLine();
    }
  }

  @Override
  public void close() throws IOException {
    if (out.isPresent()) {
      out.get().close();
    }
  }
}
