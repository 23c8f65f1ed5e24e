package io.kairos.local;

import io.kairos.flink.KairosPipeline;
import io.kairos.flink.KairosSources;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.sink.KafkaSinks;
import io.kairos.flink.sink.KairosSinks;
import io.kairos.local.cluster.RunningJob;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The job as it is shipped, on a local stack. */
public final class LocalJob {
  /** Stands before Flink's own options. */
  public static final String FLINK = "flink.";

  private LocalJob() {}

  /**
   * Starts the job.
   *
   * @param options by key, as in {@link KairosOptions}, and Flink's own for this job behind {@value
   *     #FLINK}; the prefix is the stack's, and the broker if none is given
   * @throws IOException if Flink refuses it
   * @throws IllegalArgumentException if an option is wrong
   */
  public static RunningJob submit(LocalStack stack, Map<String, String> options)
      throws IOException, InterruptedException {
    return submit(stack, options, sinks -> sinks);
  }

  /** The same with its sinks exchanged. */
  public static RunningJob submit(
      LocalStack stack, Map<String, String> options, UnaryOperator<KairosSinks> exchange)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>();
    Configuration flink = new Configuration();
    options.forEach(
        (key, value) -> {
          if (key.startsWith(FLINK)) {
            flink.setString(key.substring(FLINK.length()), value);
          } else {
            all.put(key, value);
          }
        });
    all.putIfAbsent(KairosOptions.BOOTSTRAP_SERVERS.key(), stack.kafka().bootstrapServers());
    all.put(KairosOptions.TOPIC_PREFIX.key(), stack.topicPrefix());
    all.putIfAbsent(KairosOptions.KEY_SALT.key(), "local");
    Configuration given = Configuration.fromMap(all);
    KairosConfig config = KairosConfig.from(given);
    Configuration cluster = stack.cluster().configuration();
    cluster.set(CoreOptions.DEFAULT_PARALLELISM, stack.parallelism());
    cluster.addAll(flink);
    cluster.set(
        PipelineOptions.AUTO_WATERMARK_INTERVAL, given.get(KairosOptions.WATERMARK_INTERVAL));
    // A replay's sinks flush at the end of input: they need no last checkpoint to wait for, unless
    // triggers go out by checkpoints.
    cluster.set(
        CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH,
        !config.input().bounded() || config.output().delivery().exactlyOnce());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(cluster);
    KairosPipeline.build(
        env, config, KairosSources.of(config), exchange.apply(KafkaSinks.of(config)));
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName("kairos");
    graph.setJobId(JobID.generate());
    return stack.cluster().submit(graph);
  }
}
