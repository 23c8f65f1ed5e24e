package io.kairos.flink.source.proof;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.synchronization.FutureCompletingBlockingQueue;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.metrics.KafkaSourceReaderMetrics;
import org.apache.flink.connector.kafka.source.reader.KafkaPartitionSplitReader;
import org.apache.flink.connector.kafka.source.reader.KafkaRecordEmitter;
import org.apache.flink.connector.kafka.source.reader.KafkaSourceReader;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.connector.kafka.source.reader.fetcher.KafkaSourceFetcherManager;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink's readers of partitions, which may be told to pause one that they have just finished. Flink
 * fails then ({@code No current assignment for partition}, FLINK-39728): a job with an end, whose
 * partitions wait for each other, ends in an error at the end of a topic.
 *
 * <p>A reader is put together as Flink does, from what the source has. That is reached by
 * reflection; the connector is one that the job brings along, so it is the one it was built for.
 */
final class KafkaReaders {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaReaders.class);

  private KafkaReaders() {}

  static <T> SourceReader<T, KafkaPartitionSplit> of(
      KafkaSource<T> source, SourceReaderContext context) throws Exception {
    Properties settings = (Properties) field("props").get(source);
    KafkaRecordDeserializationSchema<T> deserializer = deserializer(source);
    deserializer.open(opening(context));
    KafkaSourceReaderMetrics metrics = new KafkaSourceReaderMetrics(context.metricGroup());
    FutureCompletingBlockingQueue<RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>>> fetched =
        new FutureCompletingBlockingQueue<>();
    return new KafkaSourceReader<>(
        fetched,
        new KafkaSourceFetcherManager(
            fetched, () -> new Forgiving(settings, context, metrics), finished -> {}),
        new KafkaRecordEmitter<>(deserializer),
        configuration(settings),
        context,
        metrics);
  }

  private static Field field(String name) throws NoSuchFieldException {
    Field field = KafkaSource.class.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  @SuppressWarnings("unchecked") // A source's deserializer makes what the source gives.
  private static <T> KafkaRecordDeserializationSchema<T> deserializer(KafkaSource<T> source)
      throws ReflectiveOperationException {
    return (KafkaRecordDeserializationSchema<T>) field("deserializationSchema").get(source);
  }

  private static DeserializationSchema.InitializationContext opening(SourceReaderContext context) {
    return new DeserializationSchema.InitializationContext() {
      @Override
      public MetricGroup getMetricGroup() {
        return context.metricGroup().addGroup("deserializer");
      }

      @Override
      public UserCodeClassLoader getUserCodeClassLoader() {
        return context.getUserCodeClassLoader();
      }
    };
  }

  private static Configuration configuration(Properties settings) {
    Configuration configuration = new Configuration();
    settings
        .stringPropertyNames()
        .forEach(key -> configuration.setString(key, settings.getProperty(key)));
    return configuration;
  }

  /** Passes over partitions that it no longer has. */
  @SuppressWarnings("try") // Flink's reader may be interrupted while it closes.
  static final class Forgiving extends KafkaPartitionSplitReader {
    Forgiving(Properties settings, SourceReaderContext context, KafkaSourceReaderMetrics metrics) {
      super(settings, context, metrics);
    }

    @Override
    public void pauseOrResumeSplits(
        Collection<KafkaPartitionSplit> pause, Collection<KafkaPartitionSplit> resume) {
      resume.forEach(split -> unlessFinished(split, List.of(), List.of(split)));
      pause.forEach(split -> unlessFinished(split, List.of(split), List.of()));
    }

    private void unlessFinished(
        KafkaPartitionSplit split,
        List<KafkaPartitionSplit> pause,
        List<KafkaPartitionSplit> resume) {
      try {
        super.pauseOrResumeSplits(pause, resume);
      } catch (IllegalStateException notAssigned) {
        LOG.debug("{} is finished, and neither paused nor resumed", split, notAssigned);
      }
    }
  }
}
