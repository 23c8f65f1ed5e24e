package io.kairos.flink.sink.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much waits in the outboxes of this process, from when it was written until it has gone out: a
 * checkpoint that fails leaves its batch in memory, where the next one finds it. Writer and
 * dispatcher of a slot are in one process, but know nothing of each other.
 */
final class Waiting {
  private static final Map<String, Long> BYTES = new ConcurrentHashMap<>();

  private Waiting() {}

  /** All that waits of a sender, bytes, with what was just written. */
  static long add(String sender, long bytes) {
    return BYTES.merge(sender, bytes, Long::sum);
  }

  /** Of a batch that has gone out; one from before a restart was never counted here. */
  static void gone(Batch batch) {
    BYTES.computeIfPresent(batch.sender(), (sender, waiting) -> waiting - batch.bytes());
  }

  static void forget(String sender) {
    BYTES.remove(sender);
  }
}
