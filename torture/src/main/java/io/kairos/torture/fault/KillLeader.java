package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.JobManager;
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
}
