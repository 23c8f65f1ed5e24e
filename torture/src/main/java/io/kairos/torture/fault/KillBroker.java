package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** The broker dies, and comes back after a while with what it has written. */
record KillBroker(Duration away) implements Fault {
  @Override
  public void strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.broker().daemon().kill();
    Thread.sleep(away.toMillis());
    cluster.broker().restart();
  }
}
