package io.kairos.local.explain;

import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.flink.operator.TopicRules;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.local.history.TopicReading;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rules topic holds, which its job takes into effect one record after the other.
 *
 * @param updates in the order of the topic
 * @param activationDelay how long after its append a record takes effect at the earliest
 */
public record PublishedRules(List<RuleUpdate> updates, Duration activationDelay) {
  /** Nothing was ever published. */
  public static final PublishedRules NONE = new PublishedRules(List.of(), Duration.ZERO);

  public PublishedRules {
    updates = List.copyOf(updates);
  }

  /**
   * All of a deployment's topic; nothing where there is no such topic.
   *
   * @throws io.kairos.local.CommandError if Kafka cannot be read
   */
  public static PublishedRules read(TopicReading topics, Duration activationDelay)
      throws IOException {
    List<RuleUpdate> updates = new ArrayList<>();
    topics.read(
        List.of(Topics.RULES),
        (topic, record, lost) ->
            updates.add(new RuleUpdate(record.value(), record.offset(), record.timestamp())));
    return new PublishedRules(updates, activationDelay);
  }

  int size() {
    return updates.size();
  }

  /** Puts it on a rule file as the job does, which leaves out what it cannot take. */
  void putOn(RuleHistory history) {
    TopicRules taking = new TopicRules(history, activationDelay.toMillis());
    for (RuleUpdate update : updates) {
      try {
        taking.take(update);
      } catch (RuleFileException | IOException refusedByTheJobToo) {
        continue;
      }
    }
  }
}
