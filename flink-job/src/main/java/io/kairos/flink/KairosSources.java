package io.kairos.flink;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.flink.rules.RulesInput;
import io.kairos.flink.source.Ingested;
import io.kairos.flink.source.KafkaInput;
import org.apache.flink.api.connector.source.Source;

/** Where the job's inputs come from: Kafka in production, a list in a test. */
public record KairosSources(Source<Ingested, ?, ?> events, Source<RuleUpdate, ?, ?> rules) {

  /** The topics. */
  public static KairosSources of(KairosConfig config) {
    return new KairosSources(KafkaInput.of(config), new RulesInput(config));
  }
}
