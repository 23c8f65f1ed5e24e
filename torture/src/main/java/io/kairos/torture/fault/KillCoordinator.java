package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/**
 * The broker that coordinates most of the job's transactions dies, and comes back after a while; at
 * least once, where there are none, the one that coordinates its group of consumers.
 */
record KillCoordinator(Duration away) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    return KillBroker.kill(cluster.brokers().coordinator(), away);
  }
}
