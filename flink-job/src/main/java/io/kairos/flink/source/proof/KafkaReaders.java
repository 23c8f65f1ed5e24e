package io.kairos.flink.source.proof;

import io.kairos.flink.config.DeletedEvents;
import io.kairos.flink.metrics.Tally;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
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
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitState;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink's readers of partitions, which may be told to pause one that they have just finished. Flink
 * fails then ({@code No current assignment for partition}, FLINK-39728): a job with an end, whose
 * partitions wait for each other, ends in an error at the end of a topic. And they look what is
 * missing where an offset is out of the log's range.
 *
 * <p>A reader is put together as Flink does, from what the source has. That is reached by
 * reflection; the connector is one that the job brings along, so it is the one it was built for.
 */
final class KafkaReaders {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaReaders.class);

  private KafkaReaders() {}

  static <T> SourceReader<T, KafkaPartitionSplit> of(
      KafkaSource<T> source, SourceReaderContext context, DeletedEvents deleted) throws Exception {
    Properties settings = (Properties) field(KafkaSource.class, "props").get(source);
    KafkaRecordDeserializationSchema<T> deserializer = deserializer(source);
    deserializer.open(opening(context));
    KafkaSourceReaderMetrics metrics = new KafkaSourceReaderMetrics(context.metricGroup());
    SkippedGaps skipped =
        new SkippedGaps(context.metricGroup().addGroup(Tally.GROUP).counter("skippedOffsets"));
    FutureCompletingBlockingQueue<RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>>> fetched =
        new FutureCompletingBlockingQueue<>();
    return new Skipping<>(
        skipped,
        fetched,
        new KafkaSourceFetcherManager(
            fetched,
            () -> new Watchful(settings, context, metrics, deleted, skipped),
            finished -> {}),
        new KafkaRecordEmitter<>(deserializer),
        configuration(settings),
        context,
        metrics);
  }

  private static Field field(Class<?> of, String name) throws NoSuchFieldException {
    Field field = of.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  @SuppressWarnings("unchecked") // A source's deserializer makes what the source gives.
  private static <T> KafkaRecordDeserializationSchema<T> deserializer(KafkaSource<T> source)
      throws ReflectiveOperationException {
    return (KafkaRecordDeserializationSchema<T>)
        field(KafkaSource.class, "deserializationSchema").get(source);
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

  /** In its checkpoints a partition stands behind a gap before the first record after that. */
  @SuppressWarnings("try") // Flink's reader may be interrupted while it closes.
  private static final class Skipping<T> extends KafkaSourceReader<T> {
    private final SkippedGaps skipped;

    Skipping(
        SkippedGaps skipped,
        FutureCompletingBlockingQueue<RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>>> fetched,
        KafkaSourceFetcherManager fetchers,
        KafkaRecordEmitter<T> emitter,
        Configuration configuration,
        SourceReaderContext context,
        KafkaSourceReaderMetrics metrics) {
      super(fetched, fetchers, emitter, configuration, context, metrics);
      this.skipped = skipped;
    }

    @Override
    protected KafkaPartitionSplit toSplitType(String id, KafkaPartitionSplitState state) {
      KafkaPartitionSplit split = super.toSplitType(id, state);
      long offset = skipped.behind(split.getTopicPartition(), split.getStartingOffset());
      return ProvenReader.from(offset, split);
    }
  }

  /**
   * Passes over partitions that it no longer has, and over no record that is missing unless it is
   * told to.
   */
  @SuppressWarnings("try") // Flink's reader may be interrupted while it closes.
  static final class Watchful extends KafkaPartitionSplitReader {
    private final GapGuard gaps;

    Watchful(
        Properties settings,
        SourceReaderContext context,
        KafkaSourceReaderMetrics metrics,
        DeletedEvents deleted,
        SkippedGaps skipped) {
      super(settings, context, metrics);
      gaps = new GapGuard(consumer(this), deleted, skipped);
    }

    private static Consumer<?, ?> consumer(KafkaPartitionSplitReader reader) {
      try {
        return (Consumer<?, ?>) field(KafkaPartitionSplitReader.class, "consumer").get(reader);
      } catch (ReflectiveOperationException otherConnector) {
        throw new IllegalStateException(otherConnector);
      }
    }

    /**
     * Where a leader has other records than the one before it, the reader fails: that is found out
     * when records of other partitions were taken already, which only a restart has once more.
     */
    @Override
    public RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> fetch() throws IOException {
      try {
        return super.fetch();
      } catch (LogTruncationException cut) {
        throw cut;
      } catch (OffsetOutOfRangeException refused) {
        gaps.passOver(refused);
        return new RecordsBySplits.Builder<ConsumerRecord<byte[], byte[]>>().build();
      }
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
