package io.kairos.bench.ours;

import io.kairos.bench.contract.BenchCluster;
import io.kairos.bench.contract.RunOptions;
import io.kairos.bench.contract.Work;
import io.kairos.flink.KairosPipeline;
import io.kairos.flink.KairosSources;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.sink.KafkaSinks;
import io.kairos.flink.sink.KairosSinks;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Kairos over the input. */
public final class OursJob {
  private OursJob() {}

  public static void main(String[] args) {
    BenchCluster.run(RunOptions.of(args), OursJob::build);
  }

  /**
   * Puts it together.
   *
   * @param cluster the settings to make the environment with
   */
  public static StreamExecutionEnvironment build(RunOptions run, Configuration cluster)
      throws Exception {
    KairosConfig config = OursConfig.of(run);
    cluster.set(
        PipelineOptions.AUTO_WATERMARK_INTERVAL,
        OursConfig.options(run).get(KairosOptions.WATERMARK_INTERVAL));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(cluster);
    KairosPipeline.build(
        env, config, KairosSources.of(OursConfig.counting(config)), sinks(run.work(), config));
    return env;
  }

  private static KairosSinks sinks(Work work, KairosConfig config) {
    KairosSinks all = KafkaSinks.of(config);
    long endMillis = config.time().endMillis();
    return switch (work) {
      case FULL ->
          new KairosSinks(
              all.triggers(),
              all.decisions(),
              new UntilTheEnd(all.profiles(), endMillis),
              all.deadLetters());
      case SAME ->
          new KairosSinks(
              all.triggers(),
              new DiscardingSink<>(),
              new UntilTheEnd(new DiscardingSink<>(), endMillis),
              all.deadLetters());
    };
  }
}
