package io.kairos.local.export;

import java.io.IOException;
import org.apache.avro.generic.GenericRecord;

/** A table that is written row by row. */
public interface RowSink {

  /** Adds a row. */
  void write(GenericRecord record) throws IOException;

  /** Writes what is still held; to be called once, after the last row. */
  void finish() throws IOException;
}
