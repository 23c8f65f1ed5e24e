package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;

/** The job is cancelled as it is, and goes on from its last checkpoint in new processes. */
record Restore() implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.restore();
    return false;
  }
}
