package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.Tasks;
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

  /**
   * Waits until no task that is about to end by this fault can release anything any more; does not
   * wait where such a task cannot get behind the end of the fault in event time.
   *
   * @param before the tasks that ran when it struck
   */
  default void settle(Cluster cluster, Tasks before) throws IOException, InterruptedException {}
}
