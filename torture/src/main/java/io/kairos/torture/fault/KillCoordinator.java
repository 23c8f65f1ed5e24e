package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** The broker that coordinates most transactions dies, and comes back after a while. */
record KillCoordinator(Duration away) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    return KillBroker.kill(cluster.brokers().coordinator(), away);
  }
}
