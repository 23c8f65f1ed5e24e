package io.kairos.flink.registry;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.config.SinkFormat;
import io.kairos.wire.Topics;
import java.util.List;

/**
 * Sees to it before the job starts that its login at the registry is there, and the schemas that it
 * is to write with.
 */
public final class RegistryCheck {
  private static final List<Topics> OUTPUTS =
      List.of(Topics.TRIGGERS, Topics.DECISIONS, Topics.PROFILES, Topics.DEAD_LETTERS);

  private RegistryCheck() {}

  /**
   * @throws RegistryRefusal if one is missing, or is not taken
   * @throws RegistryUnavailable if the registry does not answer
   * @throws IllegalArgumentException as {@link #requireLogin}
   */
  public static void check(KairosConfig config) {
    requireLogin(config.registry());
    if (config.output().format() == SinkFormat.REGISTRY) {
      OwnSchemas schemas = new OwnSchemas(config.registry(), config.topicPrefix());
      OUTPUTS.forEach(schemas::id);
    }
  }

  /**
   * Looks whether the login is to be had on this machine. It is needed first by a record that names
   * a schema, which may be long after the start.
   *
   * @throws IllegalArgumentException if it is not; names option and reference
   */
  public static void requireLogin(RegistryConfig registry) {
    if (registry.basicAuth() != null) {
      Login.header(registry.basicAuth());
    }
  }
}
