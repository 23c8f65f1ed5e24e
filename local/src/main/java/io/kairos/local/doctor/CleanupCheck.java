package io.kairos.local.doctor;

import io.kairos.wire.Topics;
import java.util.List;
import java.util.Optional;

/** Whether the brokers forget as the topic demands. */
final class CleanupCheck implements Check.TopicCheckUp {
  private static final String KEY = "cleanup.policy";

  @Override
  public List<Finding> look(SeenTopic topic, Installation at) {
    Optional<String> policy = topic.settings().flatMap(settings -> settings.text(KEY));
    if (policy.isEmpty()) {
      return List.of();
    }
    String wanted =
        switch (topic.topic().cleanup()) {
          case DELETE -> "delete";
          case COMPACT -> "compact";
        };
    if (policy.get().equals(wanted)) {
      return List.of(Finding.ok(KEY, topic.name(), wanted));
    }
    return List.of(
        Finding.wrong(
            KEY,
            topic.name(),
            policy.get() + " instead of " + wanted,
            new Advice(why(topic.topic()), at.setup().commands().set(topic.name(), KEY, wanted))));
  }

  private static String why(Topics topic) {
    return switch (topic) {
      case RULES ->
          "Rules that are older than the topic's retention are no longer in force after"
              + " the next start.";
      case PROFILES ->
          "The last profile of a customer who was quiet for long vanishes, and those"
              + " before the last stay until then.";
      default -> "Of a customer's records only the last is kept: what they say together is lost.";
    };
  }
}
