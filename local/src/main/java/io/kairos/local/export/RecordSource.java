package io.kairos.local.export;

import java.io.Closeable;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;

/** Where published records lie: a topic or a file. For one thread. */
public interface RecordSource extends Closeable {

  /**
   * Shows every record, once.
   *
   * @throws io.kairos.local.CommandError if the source cannot be read, or the run is to end
   */
  void read(Visitor visitor) throws IOException;

  /**
   * What a record says.
   *
   * @param place where it lies
   * @param value its bytes
   * @throws UnreadableRecord if it is none that this release can read
   */
  GenericRecord decode(long place, byte[] value) throws UnreadableRecord;

  /** Sees records. */
  interface Visitor {
    void visit(Published record) throws IOException;
  }
}
