package io.kairos.local.doctor;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** For how long the brokers bear with a transaction, and remember who opened one. */
final class TransactionCheck implements Check {
  private static final String TIMEOUT = "transaction.max.timeout.ms";
  private static final String EXPIRATION = "transactional.id.expiration.ms";
  private static final Duration LEAST_TIMEOUT = Duration.ofMinutes(15);
  private static final Duration LEAST_EXPIRATION = Duration.ofDays(7);

  @Override
  public List<Finding> look(Installation at) {
    if (at.cluster().settings().isEmpty()) {
      return List.of(
          Finding.note(
              TIMEOUT,
              "",
              "could not be told",
              new Advice(
                  "The job needs no right to see the brokers' settings, and opens transactions for"
                      + " exactly-once only, which it checks itself when it starts.",
                  "")));
    }
    Settings settings = at.cluster().settings().get();
    return List.of(
        judged(TIMEOUT, settings.number(TIMEOUT), LEAST_TIMEOUT),
        judged(EXPIRATION, settings.number(EXPIRATION), LEAST_EXPIRATION));
  }

  private static Finding judged(String key, OptionalLong millis, Duration least) {
    String found = millis.isPresent() ? Spans.kept(millis.getAsLong()) : "not set";
    if (millis.isPresent() && millis.getAsLong() >= least.toMillis()) {
      return Finding.ok(key, "", found);
    }
    return Finding.note(
        key,
        "",
        found + ", shorter than Kafka's default",
        new Advice(
            "A transactional producer of the inputs that is away for longer loses what it had not"
                + " committed. The job itself opens transactions for exactly-once only, and none"
                + " of them outlasts a send.",
            "%s=%d in the brokers' server.properties".formatted(key, least.toMillis())));
  }
}
