package io.kairos.local.history;

import io.kairos.local.profiles.NearIds;
import java.io.IOException;

/** Where customers' events lie: topics or a file. */
public interface EventSource {

  /** What messages call it. */
  String name();

  /**
   * All of one customer.
   *
   * @param near is shown the ids of the others
   * @throws io.kairos.local.CommandError if the source cannot be read, or the run is to end
   */
  CustomerLog read(String customerId, NearIds near) throws IOException;
}
