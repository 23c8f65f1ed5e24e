package io.kairos.torture.fault;

import io.kairos.torture.cluster.Broker;
import io.kairos.torture.cluster.Cluster;
import java.io.IOException;

/** Each broker is stopped and started in turn, as for an upgrade of Kafka. */
record RollBrokers() implements Fault {
  @Override
  public void strike(Cluster cluster) throws IOException, InterruptedException {
    for (Broker broker : cluster.brokers().all()) {
      broker.daemon().stop();
      broker.restart();
    }
  }
}
