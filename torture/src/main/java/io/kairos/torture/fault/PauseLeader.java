package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** The JobManager that leads stands still, and finds another one leading if it was long. */
record PauseLeader(Duration length) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.leader().daemon().pause(length);
    return true;
  }
}
