package io.kairos.bench.peer;

import io.kairos.bench.meter.ReadCount;
import io.kairos.bench.shop.Arguments;
import io.kairos.bench.shop.EventReader;
import io.kairos.bench.shop.ShopEvent;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The three topics, from their beginning to what is their end now. */
final class ShopSources {
  private static final Duration DISORDER = Duration.ofSeconds(2);

  /**
   * How far a topic may run ahead of the others, so that a catch-up is near the order of events.
   */
  private static final Duration AHEAD = Duration.ofMinutes(30);

  private static final Duration ALIGNMENT_UPDATES = Duration.ofMillis(200);

  private final StreamExecutionEnvironment env;
  private final Arguments arguments;

  ShopSources(StreamExecutionEnvironment env, Arguments arguments) {
    this.env = env;
    this.arguments = arguments;
  }

  ShopTopics topics() {
    return new ShopTopics(
        events(arguments.clicks(), EventReader::click),
        events(arguments.carts(), EventReader::cart),
        events(arguments.orders(), EventReader::order));
  }

  private DataStream<ShopEvent> events(String topic, EventReader reader) {
    KafkaSource<ShopEvent> source =
        KafkaSource.<ShopEvent>builder()
            .setBootstrapServers(arguments.bootstrap())
            .setTopics(topic)
            .setGroupId(arguments.group())
            .setProperties(arguments.consumer())
            .setProperty(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, ReadCount.class.getName())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setBounded(OffsetsInitializer.latest())
            .setValueOnlyDeserializer(new EventSchema(reader))
            .build();
    return env.fromSource(source, eventTime(), topic)
        .transform("end of events", TypeInformation.of(ShopEvent.class), new EndOfEvents());
  }

  private static WatermarkStrategy<ShopEvent> eventTime() {
    return WatermarkStrategy.<ShopEvent>forBoundedOutOfOrderness(DISORDER)
        .withTimestampAssigner((event, recordTime) -> event.time)
        .withWatermarkAlignment("shop", AHEAD, ALIGNMENT_UPDATES);
  }
}
