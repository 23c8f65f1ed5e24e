package io.kairos.flink.registry;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.EventListener;
import dev.failsafe.event.ExecutionAttemptedEvent;
import dev.failsafe.function.CheckedSupplier;
import io.kairos.flink.config.RegistryConfig;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the registry until it answers, at growing distances, and gives up in the end. The thread
 * waits meanwhile; an interrupt ends that at once.
 */
final class PatientRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(PatientRegistry.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final double GROWTH = 2;
  private static final double JITTER = 0.25;

  private final RegistryConfig config;
  private final RegistryHttp http;
  private final RetryPolicy<Answer> policy;

  PatientRegistry(RegistryConfig config) {
    this.config = config;
    Duration patience = Duration.ofMillis(config.giveUpMillis());
    this.http = new RegistryHttp(config, least(ANSWER_WITHIN, patience));
    this.policy =
        RetryPolicy.<Answer>builder()
            .handleIf(failure -> failure instanceof IOException && !(failure instanceof TooLong))
            .withBackoff(FIRST_WAIT, least(LONGEST_WAIT, patience.dividedBy(2)), GROWTH)
            .withJitter(JITTER)
            .withMaxRetries(-1)
            .withMaxDuration(patience)
            .onFailedAttempt(sayWhenItBegins())
            .build();
  }

  /**
   * @throws TooLong if the answer is longer than any that is believed
   * @throws RegistryUnavailable if there is none
   */
  Answer get(String path) throws TooLong {
    return patiently(() -> http.get(path));
  }

  /** The same with a schema, by its text. */
  Answer post(String path, String schema) throws TooLong {
    return patiently(() -> http.post(path, schema));
  }

  private Answer patiently(CheckedSupplier<Answer> question) throws TooLong {
    try {
      return Failsafe.with(policy).get(question);
    } catch (FailsafeException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof TooLong tooLong) {
        throw tooLong;
      }
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw new RegistryUnavailable(config.url(), "was asked when the job stopped", cause);
      }
      throw new RegistryUnavailable(config.url(), "gives no answer: " + cause, cause);
    }
  }

  private EventListener<ExecutionAttemptedEvent<Answer>> sayWhenItBegins() {
    return attempt -> {
      if (attempt.isFirstAttempt()) {
        LOG.warn(
            "The schema registry at {} is asked again for up to {} ms: {}",
            config.url(),
            config.giveUpMillis(),
            attempt.getLastException().toString());
      }
    };
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
