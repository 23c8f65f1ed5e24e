package io.kairos.local.explain;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the triggers and decisions lie that a job wrote. */
public interface RecordSource {
  /** What messages call it. */
  String name();

  /** The trigger or decision of an id. */
  Optional<Recorded> find(String id) throws IOException;

  /** Whether what did not go out is recorded, too. */
  default boolean holdsDecisions() throws IOException {
    return true;
  }

  /** What is recorded of the fates of a customer's messages. */
  List<Recorded> fatesOf(String customerId) throws IOException;
}
