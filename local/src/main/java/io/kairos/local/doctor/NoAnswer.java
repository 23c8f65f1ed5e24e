package io.kairos.local.doctor;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** The brokers cannot be asked. */
final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswer(Throwable cause) {
    super(reason(cause), cause);
  }

  /** What is wrong, and what to check. */
  Finding finding(String brokers) {
    return Finding.wrong(
        "brokers",
        brokers,
        getMessage(),
        new Advice("Nothing else can be looked at, and the job does not start.", whatToCheck()));
  }

  private String whatToCheck() {
    if (getCause() instanceof AuthenticationException) {
      return "check user, password and mechanism: kafka.sasl.mechanism, kafka.sasl.jaas.config";
    }
    return "check kafka.bootstrap.servers, that the brokers run, and that the addresses they"
        + " advertise can be reached from here; brokers with TLS or a login need"
        + " kafka.security.protocol";
  }

  /** Kafka hides what is wrong with a setting behind several "Failed to construct". */
  private static String reason(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return "no answer";
    } else if (cause instanceof AuthenticationException) {
      return "the login is refused: " + cause.getMessage();
    }
    Throwable last = cause;
    while (last.getCause() != null && last.getCause().getMessage() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage());
  }
}
