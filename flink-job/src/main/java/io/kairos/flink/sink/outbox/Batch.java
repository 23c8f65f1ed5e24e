package io.kairos.flink.sink.outbox;

import java.util.List;

/**
 * What one writer has taken between two checkpoints. It is part of the second one, and goes out
 * when that is complete.
 *
 * @param sender the writer's own name, unlike that of any other writer before or after a restart
 * @param number counts the sender's batches from 0
 * @param madeMillis when it was made by the wall clock, epoch milliseconds
 * @param topic where it goes
 * @param messages at least one
 */
record Batch(String sender, long number, long madeMillis, String topic, List<Message> messages) {

  /** What its messages take, without the objects around them. */
  long bytes() {
    return messages.stream().mapToLong(Message::size).sum();
  }

  @Override
  public String toString() {
    return "batch %d of %s, %d records for %s".formatted(number, sender, messages.size(), topic);
  }
}
