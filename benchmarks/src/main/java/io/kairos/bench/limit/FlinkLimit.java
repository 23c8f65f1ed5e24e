package io.kairos.bench.limit;

import io.kairos.bench.contract.BenchCluster;
import io.kairos.bench.contract.RunOptions;
import io.kairos.bench.meter.ReadCount;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * F1: Flink reads the events, sends each to its customer's slot as bytes, and counts there in a
 * field. No event is decoded, and no state is kept.
 */
public final class FlinkLimit {
  private FlinkLimit() {}

  public static void main(String[] args) {
    BenchCluster.run(RunOptions.of(args), FlinkLimit::build);
  }

  private static StreamExecutionEnvironment build(RunOptions run, Configuration cluster) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(cluster);
    KafkaSource<Tuple2<String, byte[]>> source =
        KafkaSource.<Tuple2<String, byte[]>>builder()
            .setBootstrapServers(run.bootstrapServers())
            .setTopics(run.inputs())
            .setGroupId(run.group())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setBounded(OffsetsInitializer.latest())
            .setDeserializer(new KeyedBytes())
            .setProperty(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, ReadCount.class.getName())
            .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "events")
        .keyBy(event -> event.f0, Types.STRING)
        .map(new Count())
        .sinkTo(new DiscardingSink<>());
    return env;
  }

  private static final class Count implements MapFunction<Tuple2<String, byte[]>, Long> {
    private static final long serialVersionUID = 1L;

    private long count;

    @Override
    public Long map(Tuple2<String, byte[]> event) {
      return ++count;
    }
  }
}
