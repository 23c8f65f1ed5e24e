package io.kairos.local.view;

import java.util.List;

/**
 * All that a view shows, at one instant.
 *
 * @param head what runs, where and since when
 * @param topics how full the topics are, in the order to show them
 * @param customers what is known of the customers
 * @param job how the job is doing
 * @param triggers what has fired
 */
public record Snapshot(
    Head head,
    List<TopicFill> topics,
    CustomerTally customers,
    JobHealth job,
    TriggerTally triggers) {
  public Snapshot {
    topics = List.copyOf(topics);
  }
}
