package io.kairos.local.profiles;

import java.io.IOException;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** One record of a source: a customer, and what the profile became. */
public interface Entry {

  /** The customer. */
  String customerId();

  /**
   * The profile; empty after the customer's erasure. Decoded at each call.
   *
   * @throws UnreadableProfile if it is none
   */
  Optional<GenericRecord> profile() throws IOException;
}
