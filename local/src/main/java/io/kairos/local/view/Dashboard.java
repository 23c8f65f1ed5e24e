package io.kairos.local.view;

import java.util.List;
import java.util.function.Supplier;

/** Puts a snapshot together from whoever knows its parts. */
public record Dashboard(
    Supplier<Head> head,
    Supplier<List<TopicFill>> topics,
    Supplier<CustomerTally> customers,
    Supplier<JobHealth> job,
    Supplier<TriggerTally> triggers)
    implements Supplier<Snapshot> {
  @Override
  public Snapshot get() {
    return new Snapshot(head.get(), topics.get(), customers.get(), job.get(), triggers.get());
  }
}
