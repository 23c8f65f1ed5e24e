package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.EventName;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.registry.FakeRegistry;
import io.kairos.flink.registry.Framed;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
  private static final long NOON = 1_800_000_000_000L;

  private final Intake intake = new Intake(TestConfig.of(Map.of()));

  @BeforeEach
  void open() {
    intake.open(null);
  }

  @Test
  void letsAGoodRecordThroughAsItCame() {
    byte[] record = Wire.view("ann", NOON);
    Ingested in = ingest("kairos.clickstream", record, NOON);
    assertThat(in.reason()).isNull();
    assertThat(in.kind().name()).isEqualTo(EventName.VIEW);
    assertThat(in.envelope().record()).isSameAs(record);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1999, false", "2000, false", "2001, true", "60000, true"})
  void anEventIsLateBeyondTheBoundAndThenStandsAtItsArrival(long delay, boolean late) {
    Ingested in = ingest("kairos.clickstream", Wire.view("ann", NOON), NOON + delay);
    assertThat(in.kind().late()).isEqualTo(late);
    assertThat(in.positionMillis()).isEqualTo(late ? NOON + delay : NOON);
  }

  @Test
  void anEventAheadOfItsArrivalIsRefusedBeyondTheTolerance() {
    long tolerance = 5 * 60 * 1000L;
    assertThat(appended(NOON - tolerance).reason()).isNull();
    assertThat(appended(NOON - tolerance - 1).reason()).isEqualTo(RejectionReason.FUTURE_TIME);
  }

  @Test
  void bytesThatAreNoRecordBecomeADeadLetterUntouched() {
    byte[] noise = "not a record".getBytes(StandardCharsets.UTF_8);
    Ingested in = ingest("kairos.orders", noise, NOON);
    assertThat(in.reason()).isEqualTo(RejectionReason.UNREADABLE);
    DeadLetter letter = in.deadLetter();
    assertThat(letter.getTopic()).isEqualTo("kairos.orders");
    assertThat(letter.getPartition()).isEqualTo(3);
    assertThat(letter.getOffset()).isEqualTo(42);
    assertThat(letter.getValue().array()).isEqualTo(noise);
    assertThat(letter.getHeaders()).extracting(h -> h.getName()).containsExactly("trace");
  }

  @Test
  void aRecordOfAnotherTopicIsUnreadable() {
    assertThat(ingest("kairos.orders", Wire.view("ann", NOON), NOON).reason())
        .isEqualTo(RejectionReason.UNREADABLE);
  }

  @Test
  void aRecordInTheConfluentWireFormatNeedsARegistry() {
    Ingested in = ingest("kairos.clickstream", framed(7), NOON);
    assertThat(in.reason()).isEqualTo(RejectionReason.UNREADABLE);
    assertThat(in.deadLetter().getDetail()).contains("schema.registry.url");
  }

  @Test
  void whereTheRegistrysLoginIsMissingItDoesNotEvenOpen() {
    Intake noLogin =
        new Intake(
            TestConfig.of(
                Map.of(
                    "schema.registry.url", "https://nowhere:1",
                    "schema.registry.basic-auth", "${env:KAIROS_NO_SUCH_LOGIN}")));
    assertThatThrownBy(() -> noLogin.open(null))
        .hasMessageContaining("schema.registry.basic-auth")
        .hasMessageContaining("KAIROS_NO_SUCH_LOGIN");
  }

  @Test
  void withARegistryItGoesOnInSingleObjectEncoding() {
    try (FakeRegistry registry = new FakeRegistry().has(ClickstreamEvent.getClassSchema())) {
      Ingested in = ingestBy(registry, framed(7));
      assertThat(in.reason()).isNull();
      assertThat(in.envelope().record()).isEqualTo(Wire.view("ann", NOON));
    }
  }

  @Test
  void ofAnUnknownSchemaItBecomesADeadLetterUntouched() {
    try (FakeRegistry registry = new FakeRegistry().hasNoSuch()) {
      byte[] record = framed(7);
      Ingested in = ingestBy(registry, record);
      assertThat(in.reason()).isEqualTo(RejectionReason.UNKNOWN_SCHEMA);
      assertThat(in.deadLetter().getValue().array()).isEqualTo(record);
    }
  }

  @Test
  void aFloodOfUnknownSchemasStopsTheJob() {
    try (FakeRegistry registry = new FakeRegistry().hasNoSuch()) {
      Intake intake = intakeWith(registry);
      ConsumerRecord<byte[], byte[]> record =
          record("kairos.clickstream", framed(7), NOON, TimestampType.LOG_APPEND_TIME);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  intake.ingest(record);
                }
              })
          .isInstanceOf(UnreadableFlood.class);
    }
  }

  @Test
  void noBytesAtAllAreUnreadable() {
    assertThat(ingest("kairos.cart", null, NOON).reason()).isEqualTo(RejectionReason.UNREADABLE);
    assertThat(ingest("kairos.cart", new byte[0], NOON).reason())
        .isEqualTo(RejectionReason.UNREADABLE);
  }

  @Test
  void aRecordOverTheSizeLimitIsNotEvenRead() {
    Ingested in = ingest("kairos.cart", new byte[1024 * 1024 + 1], NOON);
    assertThat(in.reason()).isEqualTo(RejectionReason.TOO_LARGE);
    assertThat(in.deadLetter().getValue().remaining()).isEqualTo(1024 * 1024);
    assertThat(in.deadLetter().getDetail()).isEqualTo("1048577 bytes; the first 1048576 are kept");
  }

  @Test
  void anEventOfNobodyIsCountedWithoutADeadLetter() {
    Ingested in = ingest("kairos.clickstream", Wire.view("", NOON), NOON);
    assertThat(in.reason()).isEqualTo(RejectionReason.ANONYMOUS);
    assertThat(in.deadLetter()).isNull();
  }

  @Test
  void aTypeThatThisReleaseDoesNotKnowIsKeptAsUnknown() throws Exception {
    ClickstreamEvent click =
        ClickstreamEvent.newBuilder()
            .setEventId("e1")
            .setCustomerId("ann")
            .setTime(NOON)
            .setType(ClickType.UNKNOWN)
            .setContentType("hologram")
            .build();
    Ingested in =
        ingest("kairos.clickstream", ClickstreamEvent.getEncoder().encode(click).array(), NOON);
    assertThat(in.reason()).isNull();
    assertThat(in.kind().name()).isEqualTo(EventName.UNKNOWN);
  }

  @Test
  void negativeMoneyIsRefused() {
    byte[] record = Wire.order("ann", OrderType.PAID, "o1", -1, NOON);
    assertThat(ingest("kairos.orders", record, NOON).reason())
        .isEqualTo(RejectionReason.NEGATIVE_MONEY);
  }

  @Test
  void whereProducersStampTheRecordsArrivalIsTheLargestStampSoFar() {
    ingest("kairos.clickstream", Wire.view("ann", NOON), NOON);
    Ingested earlier = ingest("kairos.clickstream", Wire.view("ann", NOON - 500), NOON - 500);
    assertThat(earlier.arrivalMillis()).isEqualTo(NOON);
  }

  @Test
  void whereTheLogStampsThemArrivalIsItsStamp() {
    ingest("kairos.clickstream", Wire.view("ann", NOON), NOON);
    assertThat(appended(NOON - 7).arrivalMillis()).isEqualTo(NOON - 7);
  }

  private static byte[] framed(int schema) {
    try {
      return Framed.bytes(schema, ClickstreamEvent.getDecoder().decode(Wire.view("ann", NOON)));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private static Ingested ingestBy(FakeRegistry registry, byte[] value) {
    return intakeWith(registry)
        .ingest(record("kairos.clickstream", value, NOON, TimestampType.CREATE_TIME));
  }

  private static Intake intakeWith(FakeRegistry registry) {
    Intake intake = new Intake(TestConfig.of(Map.of("schema.registry.url", registry.url())));
    intake.open(null);
    return intake;
  }

  private Ingested appended(long stamp) {
    byte[] view = Wire.view("ann", NOON);
    return intake.ingest(record("kairos.clickstream", view, stamp, TimestampType.LOG_APPEND_TIME));
  }

  private Ingested ingest(String topic, byte[] value, long stamp) {
    return intake.ingest(record(topic, value, stamp, TimestampType.CREATE_TIME));
  }

  private static ConsumerRecord<byte[], byte[]> record(
      String topic, byte[] value, long stamp, TimestampType type) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", new byte[] {1});
    int size = value == null ? 0 : value.length;
    return new ConsumerRecord<>(
        topic, 3, 42, stamp, type, 0, size, new byte[] {7}, value, headers, Optional.empty());
  }
}
