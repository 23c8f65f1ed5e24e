package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.JobManager;
import io.kairos.torture.cluster.Tasks;
import java.io.IOException;
import java.time.Duration;

/** The JobManager that leads dies, and is started again after a while. */
record KillLeader(Duration away) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    JobManager leader = cluster.leader();
    leader.daemon().crash();
    Thread.sleep(away.toMillis());
    leader.start();
    return false;
  }

  /** The TaskManagers go on by themselves until another JobManager leads. */
  @Override
  public void settle(Cluster cluster, Tasks before) throws IOException, InterruptedException {
    cluster.leader();
    cluster.awaitOtherTasks(before);
  }
}
