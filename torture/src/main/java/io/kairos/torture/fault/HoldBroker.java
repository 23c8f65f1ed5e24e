package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.Relay;
import java.io.IOException;
import java.time.Duration;

/**
 * The network between the job and one broker carries nothing for a while; the other brokers reach
 * both, so it goes on to lead its partitions.
 */
record HoldBroker(int which, Duration length) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    Relay relay = cluster.brokers().at(which).relay();
    boolean met = relay.carries();
    relay.hold();
    try {
      Thread.sleep(length.toMillis());
    } finally {
      relay.release();
    }
    return met;
  }
}
