package io.kairos.bench.input;

import io.kairos.local.kafka.LocalKafka;
import java.io.Closeable;
import java.io.IOException;

/**
 * An input that can be read; it stays on disk.
 *
 * @param kafka the broker that holds it
 * @param lastMillis time of its last event, epoch milliseconds
 */
public record OpenInput(LocalKafka kafka, long lastMillis) implements Closeable {

  /** Stops the broker. */
  @Override
  public void close() throws IOException {
    kafka.close();
  }
}
