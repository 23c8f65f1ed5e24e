package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;

/** Something that goes wrong, or is done on purpose, and is over then. */
public interface Fault {
  /**
   * Lets it happen, and returns when it is over: what was killed has been started again, what was
   * held back goes on. The job need not run yet.
   *
   * @return whether it met the job at work, so that it was felt even if no task had to start again
   */
  boolean strike(Cluster cluster) throws IOException, InterruptedException;
}
