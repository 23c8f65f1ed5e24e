package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;

/** The job is stopped with a savepoint and goes on from it in new processes. */
record Upgrade() implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.redeploy(cluster.parallelism());
    return false;
  }
}
