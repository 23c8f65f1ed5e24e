package io.kairos.local.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kairos.engine.event.Event;
import io.kairos.engine.profile.Shop;
import io.kairos.local.history.CustomerLog.Unusable;
import io.kairos.local.profiles.NearIds;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TopicSieveTest {
  private static final Shop SHOP = new Shop("EUR", ZoneOffset.UTC);

  private final NearIds near = new NearIds("c1");
  private TopicSieve sieve = new TopicSieve("c1", SHOP, Timeliness.USUAL, near);
  private TimestampType stamps = TimestampType.LOG_APPEND_TIME;

  private static byte[] click(String customerId, String eventId, long time) {
    return SingleObject.encode(
        ClickstreamEvent.newBuilder()
            .setType(ClickType.VIEW)
            .setCustomerId(customerId)
            .setEventId(eventId)
            .setTime(time)
            .build());
  }

  private void take(String key, byte[] value, long stamp) {
    byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    sieve.take(
        Topics.CLICKSTREAM,
        new ConsumerRecord<>(
            "kairos.clickstream",
            0,
            0L,
            stamp,
            stamps,
            0,
            value.length,
            bytes,
            value,
            new RecordHeaders(),
            Optional.empty()),
        false);
  }

  @Test
  void goesByTheCustomerInTheRecordAndNotByTheKey() {
    long time = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
    take("c1", click("c1", "e1", time), time);
    take("c1", click("c2", "e2", time), time);
    take("session-9", click("c1", "e3", time), time);
    take(null, click("c1", "e4", time), time);
    take("c2", click("c2", "about-c1", time), time);

    assertThat(sieve.log().events()).extracting(Event::eventId).containsExactly("e1", "e3", "e4");
  }

  @Test
  void anEventIsJudgedAsTheJobWasToldTo() {
    Timeliness told = new Timeliness(Duration.ofMinutes(2), Duration.ofSeconds(10));
    sieve = new TopicSieve("c1", SHOP, told, near);
    long time = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
    take("c1", click("c1", "e1", time), time + 120_000);
    take("c1", click("c1", "e2", time), time + 120_001);
    take("c1", click("c1", "e3", time), time - 10_001);

    assertThat(sieve.log().events())
        .extracting(Event::eventId, event -> event.header().timing().late())
        .containsExactlyInAnyOrder(tuple("e1", false), tuple("e2", true));
  }

  @Test
  void anEventIsLateIfTheLogTookItLongAfter() {
    long time = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
    take("c1", click("c1", "e1", time), time + 2_000);
    take("c1", click("c1", "e2", time), time + 2_001);

    assertThat(sieve.log().events()).extracting(Event::late).containsExactly(false, true);
  }

  @Test
  void stampsOfProducersNeverRunBackwards() {
    stamps = TimestampType.CREATE_TIME;
    long time = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
    take("c2", click("c2", "e1", time), time + 60_000);
    take("c1", click("c1", "e2", time), time);

    assertThat(sieve.log().events())
        .extracting(Event::positionMillis)
        .containsExactly(time + 60_000);
    assertThat(sieve.log().endMillis()).isEqualTo(time + 60_000);
  }

  @Test
  void aStampOfATimeThatCannotBeDoesNotMoveTheEnd() {
    long time = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
    long never = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();
    take("c1", click("c1", "e1", time), time);
    take("c1", click("c1", "e2", never), never);

    assertThat(sieve.log().endMillis()).isEqualTo(time);
    assertThat(sieve.log().unusable())
        .extracting(Unusable::reason)
        .containsExactly("IMPOSSIBLE_TIME");
  }

  @Test
  void whatCannotBeUsedIsToldWithItsReason() {
    long time = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
    take("c1", new byte[] {1, 2, 3}, time);
    take("c1", click("c1", "e1", time + 3_600_000), time);

    assertThat(sieve.log().unusable())
        .extracting(Unusable::what, Unusable::reason)
        .containsExactly(tuple("clickstream", "UNREADABLE"), tuple("view", "FUTURE_TIME"));
  }

  @Test
  void offersTheIdsOfOthers() {
    long time = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
    take("c12", click("c12", "e1", time), time);

    assertThat(sieve.log().isEmpty()).isTrue();
    assertThat(near.ids()).containsExactly("c12");
  }
}
