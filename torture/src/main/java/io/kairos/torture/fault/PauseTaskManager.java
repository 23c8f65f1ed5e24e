package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** A TaskManager that runs tasks stands still, as in a long collection of garbage. */
record PauseTaskManager(int which, Duration length) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.taskManagerAtWork(which).daemon().pause(length);
    return true;
  }
}
