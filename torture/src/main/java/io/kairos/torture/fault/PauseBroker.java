package io.kairos.torture.fault;

import io.kairos.torture.cluster.Broker;
import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** A broker stands still, longer than silence is taken for the end of a partition. */
record PauseBroker(int which, Duration length) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    Broker broker = cluster.brokers().at(which);
    boolean met = broker.relay().carries();
    broker.daemon().pause(length);
    return met;
  }
}
