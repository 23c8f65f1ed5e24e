package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** Nothing happens: what other faults are compared with. */
record Calm(Duration length) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    Thread.sleep(length.toMillis());
    return false;
  }
}
