package io.kairos.local.doctor;

import java.nio.file.FileSystemException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
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
    if (getCause() instanceof SslAuthenticationException) {
      return "check that kafka.ssl.truststore.location holds the authority of the brokers'"
          + " certificates, and that these name the hosts of kafka.bootstrap.servers";
    } else if (origin(getCause()) instanceof FileSystemException) {
      return "check kafka.ssl.truststore.location and kafka.ssl.keystore.location";
    } else if (getCause() instanceof AuthenticationException) {
      return "check user, password and mechanism: kafka.sasl.mechanism, kafka.sasl.jaas.config";
    }
    return "check kafka.bootstrap.servers, that the brokers run, and that the addresses they"
        + " advertise can be reached from here; brokers with TLS or a login need"
        + " kafka.security.protocol";
  }

  private static String reason(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return "no answer";
    } else if (cause instanceof SslAuthenticationException) {
      return "the certificate is refused: " + origin(cause).getMessage();
    } else if (cause instanceof AuthenticationException) {
      return "the login is refused: " + cause.getMessage();
    }
    Throwable origin = origin(cause);
    // Its message is the file's name alone.
    return origin instanceof FileSystemException
        ? origin.getMessage() + " cannot be read"
        : String.valueOf(origin.getMessage());
  }

  /** Kafka hides what is wrong with a setting behind several "Failed to construct". */
  private static Throwable origin(Throwable cause) {
    Throwable last = cause;
    while (last.getCause() != null && last.getCause().getMessage() != null) {
      last = last.getCause();
    }
    return last;
  }
}
