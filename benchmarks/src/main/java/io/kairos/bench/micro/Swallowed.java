package io.kairos.bench.micro;

import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.trigger.Trigger;
import org.openjdk.jmh.infra.Blackhole;

/** What the engine says, made in full and thrown away. */
record Swallowed(Blackhole hole) implements Outputs {
  @Override
  public void trigger(Trigger trigger) {
    hole.consume(trigger);
  }

  @Override
  public void decision(Decision decision) {
    hole.consume(decision);
  }

  @Override
  public void profile(Snapshot profile) {
    hole.consume(profile);
  }

  @Override
  public void erased(String customerId) {
    throw new IllegalStateException("nobody was erased: " + customerId);
  }

  @Override
  public void refused(Event event, RejectionReason reason) {
    throw new IllegalStateException("refused as " + reason + ": " + event);
  }

  @Override
  public void behind(Event event) {
    throw new IllegalStateException("behind: " + event);
  }
}
