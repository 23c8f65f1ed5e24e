package io.kairos.bench.input;

import io.kairos.local.FolderTree;
import io.kairos.local.kafka.LocalKafka;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Inputs on disk, each as the data of a broker of its own, so that what was once written is there
 * in every later run.
 *
 * @param folder created if it is missing
 */
public record InputStore(Path folder) {
  /** Lies in the folder of an input that is whole, and holds the time of its last event. */
  private static final String WHOLE = "whole";

  private static final String SEEN = "customers-seen";

  /**
   * Starts a broker that holds the input, and writes the input first if it is not there.
   *
   * @param progress takes how many events are written, now and then
   */
  public OpenInput open(InputSpec spec, LongConsumer progress)
      throws IOException, InterruptedException {
    Path place = folder.resolve(spec.name());
    Path whole = place.resolve(WHOLE);
    if (Files.exists(whole)) {
      return new OpenInput(LocalKafka.keep(place), Long.parseLong(Files.readString(whole)));
    }
    FolderTree.delete(place);
    LocalKafka kafka = LocalKafka.keep(Files.createDirectories(place));
    try {
      long lastMillis = fill(kafka.bootstrapServers(), spec, progress);
      Files.writeString(whole, Long.toString(lastMillis));
      return new OpenInput(kafka, lastMillis);
    } catch (IOException | InterruptedException | RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  /** How many customers of an input that is there have an event: counted once, then remembered. */
  public int customersSeen(InputSpec spec) throws IOException {
    Path remembered = folder.resolve(spec.name()).resolve(SEEN);
    if (!Files.exists(remembered)) {
      Files.writeString(remembered, Integer.toString(spec.customersSeen()));
    }
    return Integer.parseInt(Files.readString(remembered));
  }

  private static long fill(String bootstrapServers, InputSpec spec, LongConsumer progress)
      throws InterruptedException {
    LocalTopics.create(
            bootstrapServers, InputTopics.PREFIX, InputTopics.PARTITIONS, TopicTime.REPLAY)
        .close();
    return InputTopics.fill(bootstrapServers, spec, progress);
  }
}
