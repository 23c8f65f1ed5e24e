package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** The network between job and brokers carries nothing for a while, and breaks no connection. */
record HoldConnections(Duration length) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    boolean met = cluster.brokers().serve();
    cluster.brokers().hold();
    try {
      Thread.sleep(length.toMillis());
    } finally {
      cluster.brokers().release();
    }
    return met;
  }
}
