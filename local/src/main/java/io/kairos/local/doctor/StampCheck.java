package io.kairos.local.doctor;

import java.util.List;
import java.util.Optional;

/** Whether the brokers stamp what the job reads when it arrives. */
final class StampCheck implements Check.TopicCheckUp {
  private static final String KEY = "message.timestamp.type";
  private static final String APPENDED = "LogAppendTime";

  @Override
  public List<Finding> look(SeenTopic topic, Installation at) {
    Optional<String> stamp = topic.settings().flatMap(settings -> settings.text(KEY));
    if (!topic.isRead() || stamp.isEmpty()) {
      return List.of();
    }
    if (stamp.get().equals(APPENDED)) {
      return List.of(Finding.ok(KEY, topic.name(), APPENDED));
    }
    return List.of(
        Finding.warning(
            KEY,
            topic.name(),
            stamp.get(),
            new Advice(
                topic.isInput()
                    ? "When an event arrived is then taken from its producer's clock, so a replay"
                        + " may judge a late event differently."
                    : "When a rule takes effect is then taken from its author's clock.",
                at.setup().commands().set(topic.name(), KEY, APPENDED))));
  }
}
