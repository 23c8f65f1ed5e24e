package io.kairos.flink;

import io.kairos.flink.config.ClearLogins;
import io.kairos.flink.config.GivenOptions;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.registry.RegistryCheck;
import io.kairos.flink.sink.KafkaSinks;
import io.kairos.flink.sink.outbox.OutboxCheck;
import io.kairos.flink.source.TopicCheck;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.jobmanager.HighAvailabilityMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job's entry on a cluster: {@code --config FILE} and any option as {@code --key value}. */
public final class KairosJob {
  private static final Logger LOG = LoggerFactory.getLogger(KairosJob.class);

  private KairosJob() {}

  public static void main(String[] args) throws Exception {
    Configuration options = GivenOptions.of(args);
    KairosConfig config = KairosConfig.from(options);
    config.decisions().requireDeclaredChannels();
    ClearLogins.of(config).forEach(LOG::warn);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    new Preflight(() -> look(config), isHighlyAvailable(env)).pass();
    env.configure(
        Configuration.fromMap(
            Map.of(
                PipelineOptions.AUTO_WATERMARK_INTERVAL.key(),
                options.get(KairosOptions.WATERMARK_INTERVAL).toMillis() + " ms")));
    KairosPipeline.build(env, config, KairosSources.of(config), KafkaSinks.of(config));
    env.execute("kairos");
  }

  private static void look(KairosConfig config) throws InterruptedException {
    TopicCheck.check(config);
    RegistryCheck.check(config);
    OutboxCheck.check(config);
  }

  private static boolean isHighlyAvailable(StreamExecutionEnvironment env) {
    Configuration cluster = Configuration.fromMap(env.getConfiguration().toMap());
    return HighAvailabilityMode.isHighAvailabilityModeActivated(cluster);
  }
}
