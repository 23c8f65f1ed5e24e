package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.TaskManager;
import java.io.IOException;
import java.time.Duration;

/** A TaskManager dies, and is started again after a while. */
record KillTaskManager(int index, Duration away) implements Fault {
  @Override
  public void strike(Cluster cluster) throws IOException, InterruptedException {
    TaskManager taskManager = cluster.taskManagers().get(index);
    taskManager.daemon().kill();
    Thread.sleep(away.toMillis());
    taskManager.start();
  }
}
