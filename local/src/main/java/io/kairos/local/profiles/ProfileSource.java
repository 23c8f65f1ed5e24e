package io.kairos.local.profiles;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where published profiles lie: a topic or a file. For one thread. */
public interface ProfileSource extends Closeable {

  /** What messages call it. */
  String name();

  /** All of it. */
  Part all();

  /** All of it in parts, in the order in which to look for a customer. */
  List<Part> partsFor(String customerId);

  /** Some of the records, each customer's in the order in which they were written. */
  interface Part {
    /**
     * Shows every record, once.
     *
     * @throws io.kairos.local.CommandError if the source cannot be read, or the run is to end
     */
    void read(Visitor visitor) throws IOException;
  }

  /** Sees records. */
  interface Visitor {
    void visit(Entry entry) throws IOException;
  }
}
