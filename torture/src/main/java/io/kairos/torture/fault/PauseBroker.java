package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** A broker stands still, longer than silence is taken for the end of a partition. */
record PauseBroker(int which, Duration length) implements Fault {
  @Override
  public void strike(Cluster cluster) throws IOException, InterruptedException {
    cluster.brokers().at(which).daemon().pause(length);
  }
}
