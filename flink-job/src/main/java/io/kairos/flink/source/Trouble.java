package io.kairos.flink.source;

import io.kairos.flink.config.KairosConfig;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What keeps the job from its brokers, and which option to look at. */
final class Trouble {
  private Trouble() {}

  static String said(Throwable failure, KairosConfig config) {
    return "The brokers of kafka.bootstrap.servers cannot be used: "
        + rootOf(failure).getMessage()
        + ". "
        + advice(failure, config);
  }

  private static String advice(Throwable failure, KairosConfig config) {
    if (failure instanceof SaslAuthenticationException) {
      return "Look at user and password in kafka.sasl.jaas.config, and at kafka.sasl.mechanism";
    }
    if (failure instanceof SslAuthenticationException) {
      return "Look whether kafka.ssl.truststore.* holds who signed the brokers' certificates, and"
          + " whether those name the hosts of kafka.bootstrap.servers";
    }
    if (failure instanceof TimeoutException) {
      return "Look at kafka.bootstrap.servers, and whether kafka.security.protocol is the one that"
          + " listens there";
    }
    return "Options given: kafka.* " + config.kafka();
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
