package io.kairos.flink;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.operator.CustomerOperator;
import io.kairos.flink.operator.Names;
import io.kairos.flink.sink.ExpiryGate;
import io.kairos.flink.sink.KairosSinks;
import io.kairos.flink.source.CleaningGate;
import io.kairos.flink.source.EventTime;
import io.kairos.flink.source.Ingested;
import io.kairos.flink.source.IngestedSerializer;
import io.kairos.flink.state.Envelope;
import io.kairos.flink.state.OwnType;
import io.kairos.wire.Trigger;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole graph. Sources and sinks are passed in. */
public final class KairosPipeline {
  private KairosPipeline() {}

  /** Adds the job to an environment. */
  public static void build(
      StreamExecutionEnvironment env,
      KairosConfig config,
      Source<Ingested, ?, ?> source,
      KairosSinks sinks) {
    settle(env);
    SingleOutputStreamOperator<Envelope> cleaned =
        env.fromSource(
                source, EventTime.strategy(config.time()), Names.SOURCE, IngestedSerializer.TYPE)
            .uid(Names.SOURCE)
            .process(new CleaningGate(), OwnType.ENVELOPE)
            .name(Names.CLEANING)
            .uid(Names.CLEANING);
    SingleOutputStreamOperator<Trigger> decided =
        cleaned
            .keyBy(Envelope::key, OwnType.CUSTOMER_KEY)
            .transform(
                Names.CUSTOMER, new AvroTypeInfo<>(Trigger.class), new CustomerOperator(config))
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
        .sinkTo(sinks.deadLetters())
        .name(Names.DEAD_LETTERS_SINK)
        .uid(Names.DEAD_LETTERS_SINK);
  }

  /**
   * What the state depends on, and no deployment may change.
   *
   * @throws IllegalArgumentException if the cluster keeps timers on the heap beside RocksDB: Flink
   *     would file them where the waiting events are
   */
  private static void settle(StreamExecutionEnvironment env) {
    if (env.getConfiguration().get(RocksDBOptions.TIMER_SERVICE_FACTORY)
        == EmbeddedRocksDBStateBackend.PriorityQueueStateType.HEAP) {
      throw new IllegalArgumentException(
          "Option "
              + RocksDBOptions.TIMER_SERVICE_FACTORY.key()
              + " must be ROCKSDB: heap timers clash with the events that wait in raw keyed state");
    }
    Configuration fixed = new Configuration();
    fixed.set(PipelineOptions.MAX_PARALLELISM, Names.MAX_PARALLELISM);
    fixed.set(PipelineOptions.GENERIC_TYPES, false);
    env.configure(fixed);
  }
}
