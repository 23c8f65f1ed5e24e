package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;

/**
 * The job is stopped with a savepoint and goes on with another number of subtasks.
 *
 * @param more subtasks than before, from 1 to {@link Cluster#MOST_SUBTASKS} - 1; counted on from
 *     the beginning where there cannot be so many
 */
record Rescale(int more) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.redeploy(1 + (cluster.parallelism() - 1 + more) % Cluster.MOST_SUBTASKS);
    return false;
  }
}
