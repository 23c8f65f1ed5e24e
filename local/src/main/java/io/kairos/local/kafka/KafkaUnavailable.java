package io.kairos.local.kafka;

/** The local broker refused a request or did not answer it. */
public final class KafkaUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KafkaUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
