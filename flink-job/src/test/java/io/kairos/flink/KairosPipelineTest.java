package io.kairos.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.operator.Names;
import io.kairos.flink.operator.ProfileUpdateSerializer;
import io.kairos.flink.rules.RuleUpdateSerializer;
import io.kairos.flink.sink.KafkaSinks;
import io.kairos.flink.source.IngestedSerializer;
import io.kairos.flink.state.OwnType;
import io.kairos.flink.state.SoonCompacted;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rocksdb.CompressionType;

/** What the state of every deployment hangs on. */
class KairosPipelineTest {

  @Test
  void everyOperatorHasTheUidThatItsStateIsFiledUnder() {
    List<String> uids =
        graph().getStreamNodes().stream()
            .map(StreamNode::getTransformationUID)
            .filter(Objects::nonNull)
            .toList();
    assertThat(uids)
        .contains(
            "kairos-source",
            "kairos-cleaning",
            "kairos-rules",
            "kairos-customer",
            "kairos-expiry",
            "kairos-sink-triggers",
            "kairos-sink-decisions",
            "kairos-sink-profiles",
            "kairos-sink-dead-letters");
    assertThat(graph().getStreamNodes()).allMatch(node -> node.getTransformationUID() != null);
  }

  @Test
  void theNumberOfKeyGroupsNeverChanges() {
    assertThat(Names.MAX_PARALLELISM).isEqualTo(720);
    assertThat(graph().getStreamNodes())
        .filteredOn(node -> "kairos-customer".equals(node.getTransformationUID()))
        .allMatch(node -> node.getMaxParallelism() == 720);
  }

  static Stream<TypeInformation<?>> types() {
    return Stream.of(
        OwnType.CUSTOMER_KEY,
        OwnType.ENVELOPE,
        OwnType.STORED_CUSTOMER,
        IngestedSerializer.TYPE,
        ProfileUpdateSerializer.TYPE,
        RuleUpdateSerializer.TYPE,
        new AvroTypeInfo<>(Trigger.class),
        new AvroTypeInfo<>(Decision.class),
        new AvroTypeInfo<>(DeadLetter.class));
  }

  @ParameterizedTest
  @MethodSource("types")
  void noTypeFallsToKryo(TypeInformation<?> type) {
    SerializerConfigImpl strict = new SerializerConfigImpl();
    strict.setGenericTypes(false);
    assertThat(type.createSerializer(strict)).isNotInstanceOf(KryoSerializer.class);
  }

  @Test
  void theJobRefusesTypesThatWouldFallToKryo() {
    StreamExecutionEnvironment env = environment();
    assertThat(env.getConfig().getSerializerConfig().hasGenericTypesDisabled()).isTrue();
  }

  /** Events behind a barrier would be in the state, and come once more after a restart. */
  @Test
  void checkpointsThatCountTwiceAreRefusedWhateverTheGuarantee() {
    KairosConfig config = TestConfig.of(Map.of());
    Configuration cluster = new Configuration();
    cluster.setString("execution.checkpointing.interval", "10 s");
    cluster.setString("execution.checkpointing.mode", "AT_LEAST_ONCE");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(cluster);
    assertThatThrownBy(
            () ->
                KairosPipeline.build(env, config, KairosSources.of(config), KafkaSinks.of(config)))
        .hasMessageContaining("execution.checkpointing.mode must be EXACTLY_ONCE");
  }

  @Test
  void exactlyOnceWithoutCheckpointsIsRefused() {
    KairosConfig config = TestConfig.of(Map.of("sink.delivery-guarantee", "exactly-once"));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    assertThatThrownBy(
            () ->
                KairosPipeline.build(env, config, KairosSources.of(config), KafkaSinks.of(config)))
        .hasMessageContaining("execution.checkpointing.interval");
  }

  @Test
  void heapTimersBesideRocksDbAreRefusedByName() {
    KairosConfig config = TestConfig.of(Map.of());
    Configuration heap = new Configuration();
    heap.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(heap);
    assertThatThrownBy(
            () ->
                KairosPipeline.build(env, config, KairosSources.of(config), KafkaSinks.of(config)))
        .hasMessageContaining("timer-service.factory");
  }

  @Test
  void rocksDbHasABloomFilterUnlessTheClusterSaysOtherwise() {
    assertThat(bloomFilter(new Configuration())).isTrue();
    Configuration without = new Configuration();
    without.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, false);
    assertThat(bloomFilter(without)).isFalse();
  }

  @Test
  void rocksDbPacksItsFilesByLz4UnlessTheClusterSaysOtherwise() {
    assertThat(compression(new Configuration())).containsExactly(CompressionType.LZ4_COMPRESSION);
    Configuration own = new Configuration();
    own.setString("state.backend.rocksdb.compression.per.level", "ZSTD_COMPRESSION");
    assertThat(compression(own)).containsExactly(CompressionType.ZSTD_COMPRESSION);
  }

  @Test
  void rocksDbRewritesOldFilesUnlessTheClusterHasOptionsOfItsOwn() {
    assertThat(optionsFactory(new Configuration())).isEqualTo(SoonCompacted.class.getName());
    Configuration own = new Configuration();
    own.set(RocksDBOptions.OPTIONS_FACTORY, "org.example.Own");
    assertThat(optionsFactory(own)).isEqualTo("org.example.Own");
  }

  @Test
  void theLastCheckpointOutlivesTheJobUnlessTheClusterSaysOtherwise() {
    assertThat(retention(new Configuration()))
        .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    Configuration own = new Configuration();
    own.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.NO_EXTERNALIZED_CHECKPOINTS);
    assertThat(retention(own))
        .isEqualTo(ExternalizedCheckpointRetention.NO_EXTERNALIZED_CHECKPOINTS);
  }

  private static ExternalizedCheckpointRetention retention(Configuration cluster) {
    return environment(cluster).getCheckpointConfig().getExternalizedCheckpointRetention();
  }

  private static String optionsFactory(Configuration cluster) {
    return environment(cluster)
        .getStreamGraph()
        .getJobConfiguration()
        .get(RocksDBOptions.OPTIONS_FACTORY);
  }

  private static boolean bloomFilter(Configuration cluster) {
    return environment(cluster)
        .getStreamGraph()
        .getJobConfiguration()
        .get(RocksDBConfigurableOptions.USE_BLOOM_FILTER);
  }

  private static List<CompressionType> compression(Configuration cluster) {
    return environment(cluster)
        .getStreamGraph()
        .getJobConfiguration()
        .get(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL);
  }

  private static StreamGraph graph() {
    return environment().getStreamGraph();
  }

  private static StreamExecutionEnvironment environment() {
    return environment(new Configuration());
  }

  private static StreamExecutionEnvironment environment(Configuration cluster) {
    KairosConfig config = TestConfig.of(Map.of());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(cluster);
    KairosPipeline.build(env, config, KairosSources.of(config), KafkaSinks.of(config));
    return env;
  }
}
