package io.kairos.local.replay;

import io.kairos.local.LocalStack;
import io.kairos.local.StopSignal;
import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * What a replay wrote to the output topics, in figures.
 *
 * @param triggers each id once
 * @param profiles the last of each customer
 */
record ReplayResults(TriggerTally triggers, ProfileTally profiles) {

  /**
   * Reads the output topics to their ends.
   *
   * @param folder takes triggers.jsonl and profiles.jsonl; nothing for none
   * @param stop ends the reading of the topics
   */
  static ReplayResults read(LocalStack stack, Optional<Path> folder, StopSignal stop)
      throws IOException {
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
    }
    ResultReader reader = new ResultReader(stop);
    try (Consumer<byte[], byte[]> consumer =
        ViewConsumer.connect(stack.kafka().bootstrapServers())) {
      return new ReplayResults(
          reader.triggers(
              new WholeTopic(consumer, Topics.TRIGGERS.name(stack.topicPrefix())),
              folder.map(into -> into.resolve("triggers.jsonl"))),
          reader.profiles(
              new WholeTopic(consumer, Topics.PROFILES.name(stack.topicPrefix())),
              folder.map(into -> into.resolve("profiles.jsonl"))));
    }
  }
}
