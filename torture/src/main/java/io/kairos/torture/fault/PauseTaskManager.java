package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** A TaskManager stands still, as in a long collection of garbage. */
record PauseTaskManager(int index, Duration length) implements Fault {
  @Override
  public void strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.taskManagers().get(index).daemon().pause(length);
  }
}
