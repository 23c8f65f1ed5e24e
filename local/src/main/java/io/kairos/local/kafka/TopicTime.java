package io.kairos.local.kafka;

import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Whose time the records of the topics carry, and so for how long the broker keeps them. */
public enum TopicTime {
  /**
   * Events of today: the broker stamps inputs as they arrive, forgets after 14 days, and drops what
   * profiles have overwritten within 7.
   */
  LIVE {
    @Override
    void addTo(Map<String, String> settings, Topics topic) {
      settings.put("message.timestamp.type", stampedByBroker(topic) ? BROKER : PRODUCER);
      settings.put("retention.ms", Long.toString(Duration.ofDays(14).toMillis()));
      if (topic == Topics.PROFILES) {
        settings.put("max.compaction.lag.ms", Long.toString(Duration.ofDays(7).toMillis()));
      }
    }
  },

  /**
   * Events of any time, in a demo or a replay: records keep their own time, of any age, and nothing
   * is deleted or split off because of it.
   */
  REPLAY {
    @Override
    void addTo(Map<String, String> settings, Topics topic) {
      settings.put("message.timestamp.type", PRODUCER);
      settings.put("message.timestamp.before.max.ms", UNLIMITED);
      settings.put("message.timestamp.after.max.ms", UNLIMITED);
      settings.put("retention.ms", "-1");
      settings.put("segment.ms", UNLIMITED);
    }
  };

  /** Room for the largest input record that the local broker takes, 4 MiB, and its frame. */
  private static final int DEAD_LETTER_BYTES = 5 * 1024 * 1024;

  private static final String BROKER = "LogAppendTime";
  private static final String PRODUCER = "CreateTime";
  private static final String UNLIMITED = Long.toString(Long.MAX_VALUE);

  abstract void addTo(Map<String, String> settings, Topics topic);

  /** The settings that the topic is to be created with, however many replicas it has. */
  public Map<String, String> settings(Topics topic) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "cleanup.policy",
        switch (topic.cleanup()) {
          case COMPACT -> "compact";
          case DELETE -> "delete";
        });
    if (topic == Topics.DEAD_LETTERS) {
      settings.put("max.message.bytes", Integer.toString(DEAD_LETTER_BYTES));
    }
    addTo(settings, topic);
    return settings;
  }

  private static boolean stampedByBroker(Topics topic) {
    return Topics.inputs().contains(topic) || topic == Topics.FEEDBACK || topic == Topics.RULES;
  }
}
