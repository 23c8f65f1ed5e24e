package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.TaskManager;
import java.io.IOException;
import java.time.Duration;

/** A TaskManager that runs tasks dies, and is started again after a while. */
record KillTaskManager(int which, Duration away) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    TaskManager taskManager = cluster.taskManagerAtWork(which);
    taskManager.daemon().crash();
    Thread.sleep(away.toMillis());
    taskManager.start();
    return false;
  }
}
