package io.kairos.local.profiles;

import io.kairos.flink.registry.RegistryUnavailable;
import io.kairos.local.CommandError;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says what to check when a Kafka cluster cannot be read. */
public final class KafkaTrouble {
  private KafkaTrouble() {}

  /** The error to show in place of Kafka's own. */
  public static CommandError explain(KafkaException trouble, KafkaAccess access) {
    String where = access.bootstrapServers();
    String message;
    if (trouble.getCause() instanceof RegistryUnavailable registry) {
      message = registry.getMessage();
    } else if (trouble instanceof TimeoutException) {
      message =
          "no answer from Kafka at %s: check the address, that the broker runs and that the"
                  .formatted(where)
              + " addresses it advertises can be reached from here; a cluster with TLS or a login"
              + " needs --kafka-config";
    } else if (trouble instanceof AuthenticationException) {
      message =
          "Kafka at %s refuses the login: check --kafka-config (%s)"
              .formatted(where, trouble.getMessage());
    } else if (trouble instanceof AuthorizationException) {
      message =
          "Kafka at %s does not let this user read the topic (%s)"
              .formatted(where, trouble.getMessage());
    } else {
      message = "cannot use Kafka at %s: %s".formatted(where, reason(trouble));
    }
    return new CommandError(message, trouble);
  }

  /** Kafka hides what is wrong with a setting behind several "Failed to construct". */
  private static String reason(KafkaException trouble) {
    Throwable last = trouble;
    while (last.getCause() != null && last.getCause().getMessage() != null) {
      last = last.getCause();
    }
    return last.getMessage();
  }
}
