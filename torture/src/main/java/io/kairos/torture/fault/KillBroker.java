package io.kairos.torture.fault;

import io.kairos.torture.cluster.Broker;
import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** A broker dies, and comes back after a while with what it has written. */
record KillBroker(int which, Duration away) implements Fault {
  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    return kill(cluster.brokers().at(which), away);
  }

  static boolean kill(Broker broker, Duration away) throws IOException, InterruptedException {
    boolean met = broker.relay().carries();
    broker.daemon().crash();
    Thread.sleep(away.toMillis());
    broker.start();
    return met;
  }
}
