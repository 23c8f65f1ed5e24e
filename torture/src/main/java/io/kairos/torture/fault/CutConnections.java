package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** Every connection between job and brokers is cut, several times in a row. */
record CutConnections(int times, Duration between) implements Fault {
  @Override
  public void strike(Cluster cluster) throws IOException, InterruptedException {
    for (int cut = 0; cut < times; cut++) {
      cluster.brokers().cut();
      Thread.sleep(between.toMillis());
    }
  }
}
