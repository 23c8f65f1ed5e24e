package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** Every connection between job and brokers is cut, several times in a row. */
record CutConnections(int times, Duration between) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    boolean met = false;
    for (int cut = 0; cut < times; cut++) {
      met |= cluster.brokers().serve();
      cluster.brokers().cut();
      Thread.sleep(between.toMillis());
    }
    return met;
  }
}
