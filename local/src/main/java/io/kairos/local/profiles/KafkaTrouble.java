package io.kairos.local.profiles;

import io.kairos.flink.registry.RegistryUnavailable;
import io.kairos.local.CommandError;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says what to check when a Kafka cluster cannot be read, or not be written to. */
public final class KafkaTrouble {
  private KafkaTrouble() {}

  /** The error to show in place of Kafka's own, of reading. */
  public static CommandError explain(KafkaException trouble, KafkaAccess access) {
    return new CommandError(message(trouble, access, "read"), trouble);
  }

  /** The same of writing: a topic that is not there keeps a producer waiting, too. */
  public static CommandError explainWriting(KafkaException trouble, KafkaAccess access) {
    String missing =
        trouble instanceof TimeoutException
            ? "; or the topics %s* are missing: ./kairos topics create creates them"
                .formatted(access.topicPrefix())
            : "";
    return new CommandError(message(trouble, access, "write to") + missing, trouble);
  }

  private static String message(KafkaException trouble, KafkaAccess access, String act) {
    String where = access.bootstrapServers();
    if (trouble.getCause() instanceof RegistryUnavailable registry) {
      return registry.getMessage();
    } else if (trouble instanceof TimeoutException) {
      return "no answer from Kafka at %s: check the address, that the broker runs and that the"
              .formatted(where)
          + " addresses it advertises can be reached from here; a cluster with TLS or a login"
          + " needs --kafka-config";
    } else if (trouble instanceof AuthenticationException) {
      return "Kafka at %s refuses the login: check --kafka-config (%s)"
          .formatted(where, trouble.getMessage());
    } else if (trouble instanceof AuthorizationException) {
      return "Kafka at %s does not let this user %s the topic (%s)"
          .formatted(where, act, trouble.getMessage());
    }
    return "cannot use Kafka at %s: %s".formatted(where, reason(trouble));
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
