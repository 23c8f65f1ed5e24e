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
  /** Lies in the folder of an input that is whole. */
  private static final String WHOLE = "whole";

  /**
   * Starts a broker that holds the input, and writes the input first if it is not there.
   *
   * @param progress takes how many events are written, now and then
   */
  public LocalKafka open(InputSpec spec, LongConsumer progress)
      throws IOException, InterruptedException {
    Path place = folder.resolve(spec.name());
    Path whole = place.resolve(WHOLE);
    if (Files.exists(whole)) {
      return LocalKafka.keep(place);
    }
    FolderTree.delete(place);
    LocalKafka kafka = LocalKafka.keep(Files.createDirectories(place));
    try {
      fill(kafka.bootstrapServers(), spec, progress);
      Files.createFile(whole);
      return kafka;
    } catch (IOException | InterruptedException | RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  private static void fill(String bootstrapServers, InputSpec spec, LongConsumer progress)
      throws InterruptedException {
    LocalTopics.create(
            bootstrapServers, InputTopics.PREFIX, InputTopics.PARTITIONS, TopicTime.REPLAY)
        .close();
    InputTopics.fill(bootstrapServers, spec, progress);
  }
}
