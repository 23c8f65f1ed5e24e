package io.kairos.flink.registry;

/**
 * The registry has not answered for as long as it was asked. Nothing is lost: the record stays
 * where it is, and the job goes on from its last checkpoint.
 */
public final class RegistryUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryUnavailable(String url, String what, Throwable cause) {
    super("REGISTRY_UNAVAILABLE: the schema registry at %s %s".formatted(url, what), cause);
  }
}
