package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.Tasks;
import java.io.IOException;
import java.time.Duration;

/** The JobManager that leads stands still, and finds another one leading if it was long. */
record PauseLeader(Duration length) implements Fault {
  /** After that it does not lead any more: the time-out of its session, and some. */
  private static final Duration LEADS_NO_LONGER_AFTER = Duration.ofSeconds(6);

  /** After that it knows whether it leads. */
  private static final Duration KNOWS_WITHIN = Duration.ofSeconds(2);

  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.leader().daemon().pause(length);
    return true;
  }

  @Override
  public void settle(Cluster cluster, Tasks before) throws IOException, InterruptedException {
    Thread.sleep(KNOWS_WITHIN.toMillis());
    cluster.leader();
    if (length.compareTo(LEADS_NO_LONGER_AFTER) > 0) {
      cluster.awaitOtherTasks(before);
    } else {
      cluster.awaitTasks();
    }
  }
}
