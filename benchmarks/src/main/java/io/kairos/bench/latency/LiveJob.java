package io.kairos.bench.latency;

import io.kairos.bench.run.Launch;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalJob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;

/** Kairos' job as it runs in production, set to wait for nothing that it need not wait for. */
record LiveJob(Launch launch, LatencyPlan plan) {
  private static final String RULES = "/io/kairos/bench/ours/at-once.yaml";

  Process start(String bootstrapServers) throws IOException {
    List<String> all =
        new ArrayList<>(
            launch.arguments(bootstrapServers, plan.load().slots(), plan.checkpoints()));
    settings().forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
    return launch.start(all);
  }

  /**
   * Broker and job have the same clock, so there is no skew. With a bound of 0 an event is late as
   * soon as it has been under way, and stands where the broker appended it.
   */
  private Map<String, String> settings() throws IOException {
    Map<String, String> all = new TreeMap<>();
    all.put(KairosOptions.BOUNDED.key(), "false");
    all.put(KairosOptions.MODE.key(), "live");
    all.put(KairosOptions.LATENESS.key(), "0 s");
    all.put(KairosOptions.WATERMARK_INTERVAL.key(), "10 ms");
    all.put(KairosOptions.END_CHECK.key(), "20 ms");
    all.put(KairosOptions.SKEW.key(), "0 s");
    all.put(KairosOptions.ALIGNMENT.key(), "1 min");
    all.put(KairosOptions.RULES.key(), ruleFile().toString());
    // It has no end, and exactly once insists on it.
    all.put(
        LocalJob.FLINK + CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH.key(), "true");
    all.putAll(plan.settings());
    return all;
  }

  private Path ruleFile() throws IOException {
    Path file = launch.folder().resolve("rules.yaml");
    try (InputStream rules = LiveJob.class.getResourceAsStream(RULES)) {
      Files.write(file, rules.readAllBytes());
    }
    return file;
  }
}
