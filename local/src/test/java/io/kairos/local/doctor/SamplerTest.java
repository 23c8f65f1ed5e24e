package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.StatusLine;
import io.kairos.local.profiles.ReadCount;
import io.kairos.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SamplerTest {
  private static final String NAME = Topics.CART.name("kairos.");
  private static final TopicPartition LED = new TopicPartition(NAME, 0);
  private static final TopicPartition LEADERLESS = new TopicPartition(NAME, 1);
  private static final SeenTopic CART =
      Known.layout(Topics.CART, new SeenTopic.Layout(2, 3, Set.of(1), 0));

  /** Nobody says anything of the second partition. */
  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>("earliest") {
        @Override
        public synchronized Map<TopicPartition, Long> beginningOffsets(
            Collection<TopicPartition> asked) {
          if (asked.contains(LEADERLESS)) {
            throw new TimeoutException("no leader");
          }
          return super.beginningOffsets(asked);
        }
      };

  @Test
  void leavesOutPartitionsWithoutALeader() {
    hold(new byte[] {1});

    Sample sample = sample(Map.of());

    assertThat(sample.records()).isEqualTo(1);
    assertThat(sample.stopped()).isEmpty();
  }

  @Test
  void saysThatTheRegistryDoesNotAnswer() {
    hold(new byte[] {0, 0, 0, 0, 1, 2});

    Sample sample =
        sample(
            Map.of(
                KairosOptions.REGISTRY_URL.key(), "http://127.0.0.1:1",
                KairosOptions.REGISTRY_GIVE_UP_AFTER.key(), "1 s"));

    assertThat(sample.stopped()).hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1:1"));
    assertThat(new RefusedCheck().look(sample, Known.sound().installation()))
        .extracting(Finding::check, Finding::verdict)
        .containsExactly(tuple("registry", Verdict.WRONG));
  }

  private void hold(byte[] value) {
    consumer.updateBeginningOffsets(Map.of(LED, 0L));
    consumer.updateEndOffsets(Map.of(LED, 1L));
    consumer.schedulePollTask(
        () -> consumer.addRecord(new ConsumerRecord<>(NAME, 0, 0, new byte[] {1}, value)));
  }

  private Sample sample(Map<String, String> more) {
    Map<String, String> options = new HashMap<>(more);
    options.put(KairosOptions.BOOTSTRAP_SERVERS.key(), "b:1");
    options.put(KairosOptions.KEY_SALT.key(), "test");
    KairosConfig config = KairosConfig.from(Configuration.fromMap(options));
    StatusLine line =
        StatusLine.after(Duration.ofHours(1), new PrintWriter(new StringWriter(), true));
    return new Sampler(config, consumer, 10, new ReadCount(line)).of(CART).orElseThrow();
  }
}
