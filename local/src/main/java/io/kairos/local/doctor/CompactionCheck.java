package io.kairos.local.doctor;

import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether the profile of an erased customer is gone in time, and every receiver hears of it. */
final class CompactionCheck implements Check.TopicCheckUp {
  private static final String LAG = "max.compaction.lag.ms";
  private static final String TOMBSTONES = "delete.retention.ms";
  private static final Duration GONE_WITHIN = Duration.ofDays(7);
  private static final Duration HEARD_WITHIN = Duration.ofDays(1);

  @Override
  public List<Finding> look(SeenTopic topic, Installation at) {
    if (topic.topic() != Topics.PROFILES || topic.settings().isEmpty()) {
      return List.of();
    }
    Settings settings = topic.settings().get();
    List<Finding> findings = new ArrayList<>();
    settings.number(LAG).ifPresent(millis -> findings.add(lag(topic, millis, at)));
    settings.number(TOMBSTONES).ifPresent(millis -> findings.add(tombstones(topic, millis, at)));
    return findings;
  }

  private static Finding lag(SeenTopic topic, long millis, Installation at) {
    if (millis <= GONE_WITHIN.toMillis()) {
      return Finding.ok(LAG, topic.name(), Spans.kept(millis));
    }
    return Finding.warning(
        LAG,
        topic.name(),
        Spans.kept(millis),
        new Advice(
            "The last profile of an erased customer may stay on the brokers' disks for so long.",
            at.setup().commands().set(topic.name(), LAG, GONE_WITHIN.toMillis())));
  }

  private static Finding tombstones(SeenTopic topic, long millis, Installation at) {
    if (millis >= HEARD_WITHIN.toMillis()) {
      return Finding.ok(TOMBSTONES, topic.name(), Spans.kept(millis));
    }
    return Finding.warning(
        TOMBSTONES,
        topic.name(),
        Spans.kept(millis),
        new Advice(
            "A receiver that stands for longer misses an erasure, and keeps the customer.",
            at.setup().commands().set(topic.name(), TOMBSTONES, HEARD_WITHIN.toMillis())));
  }
}
