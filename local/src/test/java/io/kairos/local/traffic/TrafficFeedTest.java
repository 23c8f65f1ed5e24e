package io.kairos.local.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.InputEvent;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TrafficFeedTest {
  private final MockProducer<byte[], byte[]> producer = producer(true);
  private final TrafficFeed feed = new TrafficFeed(producer, "t.");

  @Test
  void writesKeyTimestampAndSingleObjectValue() throws IOException {
    feed.feedAll(views("c1", 5));

    ProducerRecord<byte[], byte[]> record = producer.history().get(0);
    assertThat(record.topic()).isEqualTo("t.clickstream");
    assertThat(record.key()).isEqualTo("c1".getBytes(UTF_8));
    assertThat(record.timestamp()).isEqualTo(5);
    assertThat(record.value()).startsWith(0xC3, 0x01);
    assertThat(ClickstreamEvent.getDecoder().decode(record.value())).isEqualTo(view("c1", 5));
  }

  @Test
  void writesEveryRecordThatTrafficMakes() {
    List<InputEvent> events = RecordedTraffic.EVENTS.subList(0, 20_000);
    feed.feedAll(events.iterator());
    assertThat(producer.history()).hasSize(20_000);
    assertThat(producer.history()).extracting(ProducerRecord::timestamp).isSorted();
    assertThat(feed.sent().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(20_000);
  }

  @Test
  void leavesTheKeyOutWithoutACustomer() {
    feed.feedAll(views(null, 5));
    assertThat(producer.history().get(0).key()).isNull();
  }

  @Test
  void countsByTopicWhatIsAcknowledged() {
    feed.feedAll(views("c1", 5, 5, 6));
    assertThat(feed.sent())
        .isEqualTo(
            Map.of(
                Topics.CUSTOMERS, 0L, Topics.CLICKSTREAM, 3L, Topics.CART, 0L, Topics.ORDERS, 0L));
    assertThat(feed.lastMillis()).isEqualTo(6);
  }

  @Test
  void refusesEventsThatGoBackInTime() {
    assertThatThrownBy(() -> feed.feedAll(views("c1", 5, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 on topic clickstream comes after one of 5");
  }

  @Test
  void tellsWhichTopicCouldNotBeWritten() {
    MockProducer<byte[], byte[]> refusing = producer(false);
    TrafficFeed failing = new TrafficFeed(refusing, "t.");
    Iterator<InputEvent> events = views("c1", 5, 6);
    Pace failingFirst =
        millis -> {
          refusing.errorNext(new RecordTooLargeException("2 MB"));
          return 0;
        };
    assertThatThrownBy(() -> failing.feed(events, failingFirst))
        .isInstanceOf(FeedException.class)
        .hasMessage("cannot write to topic t.clickstream: 2 MB")
        .hasCauseInstanceOf(RecordTooLargeException.class);
    assertThat(failing.sent()).containsEntry(Topics.CLICKSTREAM, 0L);
  }

  @Test
  void tellsOfAFailureThatComesWithTheLastAnswer() {
    MockProducer<byte[], byte[]> refusing =
        new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized void flush() {
            errorNext(new RecordTooLargeException("2 MB"));
          }
        };
    TrafficFeed failing = new TrafficFeed(refusing, "t.");
    assertThatThrownBy(() -> failing.feedAll(views("c1", 5))).isInstanceOf(FeedException.class);
  }

  @Test
  void holdsEventsBackUntilTheyAreDue() {
    List<Long> asked = new ArrayList<>();
    long[] waits = {2, 1, 0};
    Pace pace =
        millis -> {
          asked.add(millis);
          return waits[asked.size() - 1];
        };
    feed.feed(views("c1", 5), pace);
    assertThat(asked).containsExactly(5L, 5L, 5L);
    assertThat(producer.history()).hasSize(1);
  }

  @Test
  void stopsWaitingWhenClosed() throws Exception {
    CompletableFuture<Void> waiting = new CompletableFuture<>();
    Pace never =
        millis -> {
          waiting.complete(null);
          return Long.MAX_VALUE;
        };
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(() -> feed.feed(views("c1", 5), never));
    waiting.get(10, TimeUnit.SECONDS);
    feed.close();
    done.get(10, TimeUnit.SECONDS);
    assertThat(producer.history()).isEmpty();
    assertThat(producer.closed()).isTrue();
  }

  @Test
  void endsQuietlyWhenClosedBetweenTwoEvents() {
    Pace closing =
        millis -> {
          feed.close();
          return 0;
        };
    feed.feed(views("c1", 5, 6), closing);
    assertThat(producer.history()).isEmpty();
  }

  private static MockProducer<byte[], byte[]> producer(boolean answersAtOnce) {
    return new MockProducer<>(
        answersAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Iterator<InputEvent> views(String customer, long... times) {
    return LongStream.of(times)
        .mapToObj(time -> new InputEvent(Topics.CLICKSTREAM, customer, time, view(customer, time)))
        .iterator();
  }

  private static ClickstreamEvent view(String customer, long time) {
    return ClickstreamEvent.newBuilder()
        .setEventId("e" + time)
        .setCustomerId(customer)
        .setTime(time)
        .setType(ClickType.VIEW)
        .build();
  }
}
