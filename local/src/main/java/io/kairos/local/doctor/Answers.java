package io.kairos.local.doctor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** What brokers answer. */
final class Answers {
  /** Such an answer says only that there is nothing to see. */
  private static final List<Class<? extends Exception>> NOTHING_TO_SEE =
      List.of(
          AuthorizationException.class,
          GroupIdNotFoundException.class,
          UnsupportedVersionException.class);

  private Answers() {}

  /**
   * Waits for the answer.
   *
   * @throws NoAnswer if there is none, or a refusal
   */
  static <T> T of(KafkaFuture<T> question) throws InterruptedException {
    try {
      return question.get();
    } catch (ExecutionException refused) {
      throw new NoAnswer(refused.getCause());
    }
  }

  /** The same; empty where the job may not see it, or the broker is too old to tell. */
  static <T> Optional<T> ifSeen(KafkaFuture<T> question) throws InterruptedException {
    try {
      return Optional.of(of(question));
    } catch (NoAnswer refused) {
      if (NOTHING_TO_SEE.stream().anyMatch(kind -> kind.isInstance(refused.getCause()))) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
