package io.kairos.local.doctor;

import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Whether what was said of customers is kept long enough to be received, and not for longer. */
final class KeepingCheck implements Check.TopicCheckUp {
  private static final String KEY = "retention.ms";
  private static final Set<Topics> KEPT =
      Set.of(Topics.TRIGGERS, Topics.DECISIONS, Topics.DEAD_LETTERS);
  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration MOST = Duration.ofDays(14);

  @Override
  public List<Finding> look(SeenTopic topic, Installation at) {
    OptionalLong kept =
        topic.settings().map(settings -> settings.number(KEY)).orElse(OptionalLong.empty());
    return KEPT.contains(topic.topic()) && kept.isPresent()
        ? List.of(judged(topic, kept.getAsLong(), at))
        : List.of();
  }

  private static Finding judged(SeenTopic topic, long millis, Installation at) {
    String mend = at.setup().commands().set(topic.name(), KEY, MOST.toMillis());
    if (millis >= 0 && millis < LEAST.toMillis()) {
      return Finding.warning(
          KEY,
          topic.name(),
          Spans.kept(millis),
          new Advice("A receiver that stands for longer never sees what was written.", mend));
    }
    if (millis < 0 || millis > MOST.toMillis()) {
      return Finding.note(
          KEY,
          topic.name(),
          Spans.kept(millis),
          new Advice("What is written of a customer who asks to be erased stays that long.", mend));
    }
    return Finding.ok(KEY, topic.name(), Spans.kept(millis));
  }
}
