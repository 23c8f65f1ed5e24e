package io.kairos.flink;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.operator.CustomerOperator;
import io.kairos.flink.operator.Names;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.flink.rules.RuleUpdateSerializer;
import io.kairos.flink.sink.ExpiryGate;
import io.kairos.flink.sink.KairosSinks;
import io.kairos.flink.source.CleaningGate;
import io.kairos.flink.source.EventTime;
import io.kairos.flink.source.IngestedSerializer;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import io.kairos.flink.state.OwnType;
import io.kairos.flink.state.SoonCompacted;
import io.kairos.wire.Trigger;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;
import org.rocksdb.CompressionType;

/** The whole graph. Sources and sinks are passed in. */
public final class KairosPipeline {
  private KairosPipeline() {}

  /** Adds the job to an environment. */
  public static void build(
      StreamExecutionEnvironment env,
      KairosConfig config,
      KairosSources sources,
      KairosSinks sinks) {
    settle(env);
    suggest(env);
    if (config.output().delivery().exactlyOnce()) {
      requireCheckpoints(env);
    }
    SingleOutputStreamOperator<Envelope> cleaned =
        env.fromSource(
                sources.events(),
                EventTime.strategy(config.time()),
                Names.SOURCE,
                IngestedSerializer.TYPE)
            .uid(Names.SOURCE)
            .process(new CleaningGate(), OwnType.ENVELOPE)
            .name(Names.CLEANING)
            .uid(Names.CLEANING);
    DataStream<RuleUpdate> rules =
        env.fromSource(
                sources.rules(),
                WatermarkStrategy.noWatermarks(),
                Names.RULES,
                RuleUpdateSerializer.TYPE)
            .uid(Names.RULES)
            .setParallelism(1);
    SingleOutputStreamOperator<Trigger> decided =
        decided(env, cleaned.keyBy(Envelope::key, OwnType.CUSTOMER_KEY), rules, config)
            .uid(Names.CUSTOMER);
    SingleOutputStreamOperator<Trigger> due =
        decided.process(new ExpiryGate(config)).name(Names.EXPIRY).uid(Names.EXPIRY);

    due.sinkTo(sinks.triggers()).name(Names.TRIGGERS_SINK).uid(Names.TRIGGERS_SINK);
    decided
        .getSideOutput(CustomerOperator.DECISIONS)
        .union(due.getSideOutput(CustomerOperator.DECISIONS))
        .sinkTo(sinks.decisions())
        .name(Names.DECISIONS_SINK)
        .uid(Names.DECISIONS_SINK);
    decided
        .getSideOutput(CustomerOperator.PROFILES)
        .sinkTo(sinks.profiles())
        .name(Names.PROFILES_SINK)
        .uid(Names.PROFILES_SINK);
    cleaned
        .getSideOutput(CleaningGate.DEAD_LETTERS)
        .union(decided.getSideOutput(CleaningGate.DEAD_LETTERS))
        .sinkTo(sinks.deadLetters())
        .name(Names.DEAD_LETTERS_SINK)
        .uid(Names.DEAD_LETTERS_SINK);
  }

  /**
   * Customers by their key beside the rules, which every subtask hears. Flink has no method of its
   * own for an operator over such a pair.
   */
  private static SingleOutputStreamOperator<Trigger> decided(
      StreamExecutionEnvironment env,
      KeyedStream<Envelope, CustomerKey> customers,
      DataStream<RuleUpdate> rules,
      KairosConfig config) {
    TwoInputTransformation<Envelope, RuleUpdate, Trigger> both =
        new TwoInputTransformation<>(
            customers.getTransformation(),
            rules.broadcast().getTransformation(),
            Names.CUSTOMER,
            SimpleOperatorFactory.of(new CustomerOperator(config)),
            new AvroTypeInfo<>(Trigger.class),
            env.getParallelism());
    both.setStateKeyType(customers.getKeyType());
    both.setStateKeySelectors(customers.getKeySelector(), null);
    env.addOperator(both);
    return new SingleOutputStreamOperator<>(env, both) {};
  }

  /**
   * What the state depends on, and no deployment may change.
   *
   * @throws IllegalArgumentException if the cluster keeps timers on the heap beside RocksDB: Flink
   *     would file them where the waiting events are; or if checkpoints are not themselves exactly
   *     once: events behind a barrier would count in the state, and once more after a restart
   */
  private static void settle(StreamExecutionEnvironment env) {
    if (env.getConfiguration().get(RocksDBOptions.TIMER_SERVICE_FACTORY)
        == EmbeddedRocksDBStateBackend.PriorityQueueStateType.HEAP) {
      throw new IllegalArgumentException(
          "Option "
              + RocksDBOptions.TIMER_SERVICE_FACTORY.key()
              + " must be ROCKSDB: heap timers clash with the events that wait in raw keyed state");
    }
    if (env.getCheckpointConfig().isCheckpointingEnabled()
        && env.getCheckpointConfig().getCheckpointingConsistencyMode()
            != CheckpointingMode.EXACTLY_ONCE) {
      throw new IllegalArgumentException(
          "Option execution.checkpointing.mode must be EXACTLY_ONCE, whatever"
              + " sink.delivery-guarantee is: else events count twice after a restart");
    }
    Configuration fixed = new Configuration();
    fixed.set(PipelineOptions.MAX_PARALLELISM, Names.MAX_PARALLELISM);
    fixed.set(PipelineOptions.GENERIC_TYPES, false);
    // No operator of the job changes a record that it was given or has passed on.
    fixed.set(PipelineOptions.OBJECT_REUSE, true);
    env.configure(fixed);
  }

  /**
   * @throws IllegalArgumentException if there are no checkpoints, by which alone triggers go out
   *     exactly once, or none once tasks are finished
   */
  private static void requireCheckpoints(StreamExecutionEnvironment env) {
    if (!env.getCheckpointConfig().isCheckpointingEnabled()
        || !env.getConfiguration()
            .get(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH)) {
      throw new IllegalArgumentException(
          "Option sink.delivery-guarantee is exactly-once, so triggers go out by checkpoints: set"
              + " execution.checkpointing.interval, and leave "
              + CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH.key()
              + " as it is");
    }
  }

  /**
   * What suits the job and a deployment may set otherwise. Customers are read by key alone, so that
   * a Bloom filter spares RocksDB the files that do not hold them; their files are merged often
   * where there are many, and LZ4 packs and unpacks them for less than Flink's Snappy; who was
   * erased is to be gone from the files within days; and a job that stops for good goes on from its
   * last checkpoint, which Flink deletes by default.
   */
  private static void suggest(StreamExecutionEnvironment env) {
    ReadableConfig given = env.getConfiguration();
    Configuration suggested = new Configuration();
    if (given.getOptional(RocksDBConfigurableOptions.USE_BLOOM_FILTER).isEmpty()) {
      suggested.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
    }
    if (given.getOptional(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL).isEmpty()) {
      suggested.set(
          RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL,
          List.of(CompressionType.LZ4_COMPRESSION));
    }
    if (given.getOptional(RocksDBOptions.OPTIONS_FACTORY).isEmpty()) {
      suggested.set(RocksDBOptions.OPTIONS_FACTORY, SoonCompacted.class.getName());
    }
    if (given.getOptional(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION).isEmpty()) {
      suggested.set(
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
    env.configure(suggested);
  }
}
