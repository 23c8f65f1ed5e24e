package io.kairos.torture.fault;

import io.kairos.torture.cluster.Broker;
import io.kairos.torture.cluster.Cluster;
import java.io.IOException;

/** Each broker is stopped and started in turn, as for an upgrade of Kafka. */
record RollBrokers() implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    boolean met = false;
    for (Broker broker : cluster.brokers().all()) {
      met |= broker.relay().carries();
      broker.daemon().stop();
      broker.start();
    }
    return met;
  }
}
