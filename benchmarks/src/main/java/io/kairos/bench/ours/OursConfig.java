package io.kairos.bench.ours;

import io.kairos.bench.contract.RunOptions;
import io.kairos.bench.contract.Work;
import io.kairos.bench.meter.ReadCount;
import io.kairos.flink.config.KafkaClients;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalJob;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The job's settings in a benchmark: a replay to the time of the last event. */
public final class OursConfig {
  /** As wide as the textbook job's: at this pace a minute of event time passes in no time. */
  private static final String ALIGNMENT = "30 min";

  private OursConfig() {}

  /** Those of a contender. */
  public static KairosConfig of(RunOptions run) throws IOException {
    return KairosConfig.from(options(run));
  }

  /** The job's options, of which the given ones win. */
  static Configuration options(RunOptions run) throws IOException {
    Map<String, String> options = new HashMap<>();
    options.put(KairosOptions.BOOTSTRAP_SERVERS.key(), run.bootstrapServers());
    options.put(KairosOptions.TOPIC_PREFIX.key(), prefix(run));
    options.put(KairosOptions.BOUNDED.key(), "true");
    options.put(KairosOptions.END_CHECK.key(), "0 s");
    options.put(KairosOptions.MODE.key(), "replay");
    options.put(KairosOptions.ALIGNMENT.key(), ALIGNMENT);
    options.put(KairosOptions.KEY_SALT.key(), "bench");
    options.put(KairosOptions.ASSUMED_CONSENT.key(), "push;sms");
    if (run.work() == Work.SAME) {
      options.put(KairosOptions.RULES.key(), ruleFile(run.state()).toString());
      options.put(KairosOptions.PUBLISH.key(), "false");
    }
    String rules = run.settings().get(ManyRules.KEY);
    if (rules != null) {
      options.put(
          KairosOptions.RULES.key(),
          ManyRules.write(run.state(), Integer.parseInt(rules)).toString());
    }
    run.settings()
        .forEach(
            (key, value) -> {
              if (!key.startsWith(LocalJob.FLINK) && !key.equals(ManyRules.KEY)) {
                options.put(key, value);
              }
            });
    return Configuration.fromMap(options);
  }

  /** The same with consumers that count. Producers have interceptors of another kind. */
  static KairosConfig counting(KairosConfig config) {
    Map<String, String> kafka = new HashMap<>(config.kafka().settings());
    kafka.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, ReadCount.class.getName());
    return new KairosConfig(
        new KafkaClients(kafka),
        config.topicPrefix(),
        config.input(),
        config.time(),
        config.state(),
        config.decisions(),
        config.output(),
        config.registry());
  }

  private static String prefix(RunOptions run) {
    String clicks = run.clicks();
    return clicks.substring(0, clicks.length() - Topics.CLICKSTREAM.label().length());
  }

  private static Path ruleFile(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("same-work.yaml");
    try (InputStream rules = OursConfig.class.getResourceAsStream("same-work.yaml")) {
      Files.write(file, rules.readAllBytes());
    }
    return file;
  }
}
