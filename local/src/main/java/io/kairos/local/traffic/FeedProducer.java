package io.kairos.local.traffic;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The Kafka producer of a feed: all replicas acknowledge, and a retry neither repeats nor reorders.
 */
public final class FeedProducer {
  /** What the local broker takes: the job is to judge what is too large. */
  private static final int LARGEST_EVENT_BYTES = 4 << 20;

  private FeedProducer() {}

  /** Connects to a broker. The caller closes the producer, or the feed that it is handed to. */
  public static Producer<byte[], byte[]> connect(String bootstrapServers) {
    return connect(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** The same by client settings, which do not override those of a feed. */
  public static Producer<byte[], byte[]> connect(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 10);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_EVENT_BYTES);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
