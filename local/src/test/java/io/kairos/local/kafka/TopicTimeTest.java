package io.kairos.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Topics;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TopicTimeTest {

  @ParameterizedTest
  @EnumSource(TopicTime.class)
  void compactsWhatTheWireSaysIsCompacted(TopicTime time) {
    assertThat(time.settings(Topics.PROFILES)).containsEntry("cleanup.policy", "compact");
    assertThat(time.settings(Topics.RULES)).containsEntry("cleanup.policy", "compact");
    assertThat(time.settings(Topics.TRIGGERS)).containsEntry("cleanup.policy", "delete");
  }

  @ParameterizedTest
  @EnumSource(
      value = Topics.class,
      names = {"CUSTOMERS", "CLICKSTREAM", "CART", "ORDERS", "FEEDBACK", "RULES"})
  void liveInputsCarryTheBrokersTime(Topics topic) {
    assertThat(TopicTime.LIVE.settings(topic))
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @ParameterizedTest
  @EnumSource(
      value = Topics.class,
      names = {"TRIGGERS", "DECISIONS", "PROFILES", "DEAD_LETTERS"})
  void liveOutputsCarryTheJobsTime(Topics topic) {
    assertThat(TopicTime.LIVE.settings(topic))
        .containsEntry("message.timestamp.type", "CreateTime");
  }

  @ParameterizedTest
  @EnumSource(Topics.class)
  void replayedRecordsOfAnyAgeAreTakenAndKept(Topics topic) {
    String unlimited = Long.toString(Long.MAX_VALUE);
    assertThat(TopicTime.REPLAY.settings(topic))
        .containsAllEntriesOf(
            Map.of(
                "message.timestamp.type",
                "CreateTime",
                "message.timestamp.before.max.ms",
                unlimited,
                "message.timestamp.after.max.ms",
                unlimited,
                "retention.ms",
                "-1"));
  }
}
