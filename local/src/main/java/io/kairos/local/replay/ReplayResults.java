package io.kairos.local.replay;

import io.kairos.local.LocalStack;
import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Profile;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a replay wrote to the output topics.
 *
 * @param triggers by event time, customer, id; each id once
 * @param profiles the last of each customer, by customer id
 */
record ReplayResults(List<Trigger> triggers, List<Profile> profiles) {

  private static final Comparator<Trigger> BY_TIME =
      Comparator.comparingLong(Trigger::getEventTime)
          .thenComparing(Trigger::getCustomerId)
          .thenComparing(Trigger::getId);

  /**
   * Reads the output topics to their ends.
   *
   * @param folder takes triggers.jsonl and profiles.jsonl; nothing for none
   */
  static ReplayResults read(LocalStack stack, Optional<Path> folder) throws IOException {
    TreeMap<String, Trigger> triggers = new TreeMap<>();
    TreeMap<String, Profile> profiles = new TreeMap<>();
    try (Consumer<byte[], byte[]> consumer =
        ViewConsumer.connect(stack.kafka().bootstrapServers())) {
      for (ConsumerRecord<byte[], byte[]> record :
          new WholeTopic(consumer, Topics.TRIGGERS.name(stack.topicPrefix()))) {
        Trigger trigger = Trigger.getDecoder().decode(record.value());
        triggers.put(trigger.getId(), trigger);
      }
      for (ConsumerRecord<byte[], byte[]> record :
          new WholeTopic(consumer, Topics.PROFILES.name(stack.topicPrefix()))) {
        keep(record, profiles);
      }
    }
    ReplayResults results =
        new ReplayResults(
            triggers.values().stream().sorted(BY_TIME).toList(), List.copyOf(profiles.values()));
    if (folder.isPresent()) {
      results.write(folder.get());
    }
    return results;
  }

  private static void keep(ConsumerRecord<byte[], byte[]> record, TreeMap<String, Profile> all)
      throws IOException {
    String customer = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      all.remove(customer);
    } else {
      all.put(customer, Profile.getDecoder().decode(record.value()));
    }
  }

  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("triggers.jsonl"), triggers.stream().map(PlainJson::of).toList());
    Files.write(folder.resolve("profiles.jsonl"), profiles.stream().map(PlainJson::of).toList());
  }
}
