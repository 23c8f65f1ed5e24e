package io.kairos.torture.fault;

import io.kairos.torture.cluster.Broker;
import io.kairos.torture.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;

/**
 * A broker that leads nothing, since it has just been started again, stands still. What the others
 * take meanwhile they show to nobody until they have given it up.
 */
record PauseFollower(int which, Duration length) implements Fault {
  private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(3);

  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    Broker broker = cluster.brokers().at(which);
    boolean met = broker.relay().carries();
    broker.daemon().stop();
    broker.start();
    Thread.sleep(CATCHES_UP_WITHIN.toMillis());
    broker.daemon().pause(length);
    return met;
  }
}
