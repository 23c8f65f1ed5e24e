package io.kairos.flink.registry;

/** The registry does not have, or does not take, a schema that is to be written with. */
public final class RegistryRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryRefusal(String message) {
    super(message);
  }
}
