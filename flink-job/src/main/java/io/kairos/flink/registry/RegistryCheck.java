package io.kairos.flink.registry;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.SinkFormat;
import io.kairos.wire.Topics;
import java.util.List;

/** Sees to it before the job starts that the registry has the schemas it is to write with. */
public final class RegistryCheck {
  private static final List<Topics> OUTPUTS =
      List.of(Topics.TRIGGERS, Topics.DECISIONS, Topics.PROFILES, Topics.DEAD_LETTERS);

  private RegistryCheck() {}

  /**
   * @throws RegistryRefusal if one is missing, or is not taken
   * @throws RegistryUnavailable if the registry does not answer
   */
  public static void check(KairosConfig config) {
    if (config.output().format() == SinkFormat.REGISTRY) {
      OwnSchemas schemas = new OwnSchemas(config.registry(), config.topicPrefix());
      OUTPUTS.forEach(schemas::id);
    }
  }
}
