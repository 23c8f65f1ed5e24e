package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.TaskManager;
import java.io.IOException;
import java.time.Duration;

/** Every TaskManager dies at once, and all are started again after a while. */
record KillAllTaskManagers(Duration away) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    for (TaskManager taskManager : cluster.taskManagers()) {
      taskManager.daemon().crash();
    }
    Thread.sleep(away.toMillis());
    for (TaskManager taskManager : cluster.taskManagers()) {
      taskManager.start();
    }
    return false;
  }
}
