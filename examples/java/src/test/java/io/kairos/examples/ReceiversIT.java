package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kairos.local.kafka.LocalKafka;
import io.kairos.wire.FeedbackStatus;
import io.kairos.wire.Mode;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One contract for the receivers of every language, against a real broker. */
@Timeout(180)
class ReceiversIT {
  @TempDir private static Path shared;
  private static LocalKafka kafka;
  private static FakeRegistry registry;

  @TempDir private Path folder;

  private final Triggers triggers = new Triggers(System.currentTimeMillis());
  private final Trigger again = triggers.send("a");
  private final Trigger json = triggers.send("b");
  private final Trigger registered = triggers.send("c");

  @BeforeAll
  static void start() throws Exception {
    kafka = LocalKafka.start(shared);
    registry = new FakeRegistry();
  }

  @AfterAll
  static void stop() throws Exception {
    registry.close();
    kafka.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void sendsEachOnceAcrossRepeatsAndACrash(Language language) throws Exception {
    try (TriggerTopics topics = new TriggerTopics(kafka, language.name() + ".")) {
      topics.write("LIVE", singleObject(again));
      topics.write("LIVE", PlainJson.of(json).getBytes(UTF_8));
      topics.write("LIVE", FakeRegistry.framed(registered));
      topics.write("LIVE", singleObject(again));
      topics.write("LIVE", singleObject(triggers.expired("d")));
      topics.write("TEST", singleObject(triggers.inMode("e", Mode.TEST)));
      topics.write("REPLAY", singleObject(triggers.inMode("f", Mode.REPLAY)));
      topics.write("LIVE", singleObject(triggers.cancel("g", "b")));
      runUntil(language, topics, "g", Process::destroyForcibly);
      Files.writeString(RunningReceiver.logFile(folder), "{\"what\":\"SE", APPEND);

      topics.write("LIVE", PlainJson.of(json).getBytes(UTF_8));
      topics.write("LIVE", FakeRegistry.framed(registered));
      topics.write("LIVE", singleObject(triggers.cancel("g", "b")));
      topics.write("LIVE", singleObject(triggers.send("h")));
      runUntil(language, topics, "h", Process::destroy);

      assertThat(RunningReceiver.log(folder))
          .extracting(
              line -> line.get("what").asText(),
              line -> line.get("id").asText(),
              line -> line.get("cancels").textValue())
          .containsExactly(
              tuple("SENT", "a", null),
              tuple("SENT", "b", null),
              tuple("SENT", "c", null),
              tuple("CANCELLED", "g", "b"),
              tuple("SENT", "h", null));
      assertThat(topics.feedback())
          .contains(
              Map.entry("a", FeedbackStatus.SENT),
              Map.entry("b", FeedbackStatus.SENT),
              Map.entry("c", FeedbackStatus.SENT),
              Map.entry("d", FeedbackStatus.DISCARDED));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void printsNothingThatDrivesTheTerminal(Language language) throws Exception {
    try (TriggerTopics topics = new TriggerTopics(kafka, language.name() + ".print.")) {
      topics.write("LIVE", singleObject(triggers.because("a", "Cart\u001b[2J\u009b2J.")));
      topics.write("LIVE", singleObject(triggers.cancel("b", "a")));
      runUntil(language, topics, "b", Process::destroy);

      assertThat(Files.readString(folder.resolve("output.txt")))
          .contains("push to ann: Cart [2J 2J.")
          .doesNotContain("\u001b", "\u009b");
    }
  }

  /**
   * Starts a receiver, and ends it once its log holds an id. Each reads all again, in a group of
   * its own, so that the memory is tried by every record.
   */
  private void runUntil(Language language, TriggerTopics topics, String id, Consumer<Process> end)
      throws Exception {
    try (RunningReceiver receiver =
        RunningReceiver.start(
            language, topics, "until-" + id, folder, "--registry", registry.url())) {
      receiver.awaitLogged(id);
      receiver.end(end);
    }
  }

  private static byte[] singleObject(Trigger trigger) throws IOException {
    return Trigger.getEncoder().encode(trigger).array();
  }
}
