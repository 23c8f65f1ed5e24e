package io.kairos.torture.fault;

import io.kairos.torture.cluster.Broker;
import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/** A broker dies, and comes back after a while with what it has written. */
record KillBroker(int which, Duration away) implements Fault {
  @Override
  public void strike(Cluster cluster) throws IOException, InterruptedException {
    kill(cluster.brokers().at(which), away);
  }

  static void kill(Broker broker, Duration away) throws IOException, InterruptedException {
    broker.daemon().kill();
    Thread.sleep(away.toMillis());
    broker.restart();
  }
}
