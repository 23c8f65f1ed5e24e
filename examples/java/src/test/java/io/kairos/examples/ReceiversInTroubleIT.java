package io.kairos.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.kafka.LocalKafka;
import io.kairos.wire.FeedbackStatus;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a receiver cannot go on from ends it with an error; from the rest it goes on by itself. */
@Timeout(180)
class ReceiversInTroubleIT {
  private static final String GROUP = "receiver";
  private static final long OF_A_LATER_RELEASE = 0x0123456789abcdefL;

  @TempDir private static Path shared;
  private static LocalKafka kafka;

  @TempDir private Path folder;

  private final Triggers triggers = new Triggers(System.currentTimeMillis());

  @BeforeAll
  static void start() throws Exception {
    kafka = LocalKafka.start(shared);
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void endsAtASchemaThatIsNotKnown(Language language) throws Exception {
    try (TriggerTopics topics = new TriggerTopics(kafka, language.name() + "-unknown.")) {
      topics.write("LIVE", sent("a"));
      topics.write("LIVE", ofALaterRelease());
      try (RunningReceiver receiver = receiver(language, topics)) {
        assertThat(receiver.exitCode()).as(receiver::output).isEqualTo(1);
        assertThat(receiver.output()).contains("no schema 0123456789abcdef");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void doesNotCommitWhatItCouldNotReport(Language language) throws Exception {
    try (TriggerTopics topics = new TriggerTopics(kafka, language.name() + "-lost.")) {
      topics.refuseFeedback();
      topics.write("LIVE", sent("a"));
      try (RunningReceiver receiver = receiver(language, topics)) {
        assertThat(receiver.exitCode()).as(receiver::output).isEqualTo(1);
      }
      assertThat(logged()).containsExactly("a");
      assertThat(topics.committed(GROUP)).isZero();
    }
  }

  /** Whoever gets its partition has another log, and would send what is not committed again. */
  @Test
  void nodeCommitsWhatItSentBeforeItEnds() throws Exception {
    try (TriggerTopics topics = new TriggerTopics(kafka, "before.")) {
      topics.write("LIVE", sent("a"));
      topics.write("LIVE", ofALaterRelease());
      try (RunningReceiver receiver = receiver(Language.NODE, topics)) {
        assertThat(receiver.exitCode()).as(receiver::output).isEqualTo(1);
      }
      assertThat(topics.committed(GROUP)).isEqualTo(1);
      assertThat(topics.feedback()).contains(Map.entry("a", FeedbackStatus.SENT));
    }
  }

  /** The other two end then, and start again with the partitions that are theirs by that time. */
  @Test
  void nodeGoesOnAfterItsGroupHasDroppedIt() throws Exception {
    try (TriggerTopics topics = new TriggerTopics(kafka, "dropped.")) {
      topics.write("LIVE", sent("a"));
      try (RunningReceiver receiver = receiver(Language.NODE, topics)) {
        receiver.await(() -> topics.committed(GROUP) == 1);
        topics.dropMembers(GROUP);
        topics.write("LIVE", sent("b"));
        receiver.await(() -> topics.committed(GROUP) == 2);
        topics.dropMembers(GROUP);
        topics.write("LIVE", sent("c"));
        receiver.await(() -> topics.committed(GROUP) == 3);
      }
      assertThat(logged()).containsExactly("a", "b", "c");
    }
  }

  private RunningReceiver receiver(Language language, TriggerTopics topics) throws Exception {
    return RunningReceiver.start(language, topics, GROUP, folder);
  }

  private List<String> logged() throws IOException {
    return RunningReceiver.log(folder).stream().map(line -> line.get("id").asText()).toList();
  }

  private byte[] sent(String id) throws IOException {
    return Trigger.getEncoder().encode(triggers.send(id)).array();
  }

  private static byte[] ofALaterRelease() {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xC3)
        .put((byte) 0x01)
        .putLong(OF_A_LATER_RELEASE)
        .array();
  }
}
