package io.kairos.flink;

import io.kairos.flink.registry.RegistryUnavailable;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is looked at before the job starts.
 *
 * <p>With high availability a new leader runs the job's entry anew, and Flink gives up the job that
 * it is to bring back, with its checkpoints, if the entry fails. So there nobody's silence ends it:
 * brokers and registry are asked again until they answer. Only what they answer is a reason.
 */
final class Preflight {
  private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Look look;
  private final boolean brought;
  private final Pause pause;

  /** One look at everything. */
  interface Look {
    /**
     * @throws RuntimeException if the job cannot start so; says why
     */
    void take() throws InterruptedException;
  }

  /** Until brokers and registry are asked again. */
  interface Pause {
    void await(Duration length) throws InterruptedException;
  }

  /**
   * @param brought whether the entry may run to bring a job back
   */
  Preflight(Look look, boolean brought) {
    this(look, brought, length -> Thread.sleep(length.toMillis()));
  }

  Preflight(Look look, boolean brought, Pause pause) {
    this.look = look;
    this.brought = brought;
    this.pause = pause;
  }

  /**
   * Returns once nothing speaks against the start.
   *
   * @throws RuntimeException if something does; says what
   */
  void pass() throws InterruptedException {
    while (!passed()) {
      pause.await(PAUSE);
    }
  }

  private boolean passed() throws InterruptedException {
    try {
      look.take();
      return true;
    } catch (RuntimeException failed) {
      if (!brought || !isUnanswered(failed)) {
        throw failed;
      }
      LOG.error(
          "The job waits for an answer and asks again in {} s: {}",
          PAUSE.toSeconds(),
          failed.getMessage());
      return false;
    }
  }

  private static boolean isUnanswered(Throwable failed) {
    return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof TimeoutException
                    || cause instanceof RegistryUnavailable
                    || isUnresolved(cause));
  }

  /** No name of a broker is known: where they come up together, names can come last. */
  private static boolean isUnresolved(Throwable cause) {
    return cause instanceof ConfigException
        && cause.getMessage().startsWith("No resolvable bootstrap urls");
  }
}
