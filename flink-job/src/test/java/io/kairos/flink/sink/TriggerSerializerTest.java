package io.kairos.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Mode;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class TriggerSerializerTest {
  private static final Trigger TRIGGER =
      Trigger.newBuilder()
          .setId("id-1")
          .setKind(TriggerKind.SEND)
          .setMode(Mode.LIVE)
          .setCustomerId("安娜")
          .setRule("cart-abandon")
          .setRuleVersion(1)
          .setOccasion("@1")
          .setChannel("push")
          .setTemplate("cart-reminder")
          .setCurrency("CNY")
          .setAnchorTime(1)
          .setEventTime(2)
          .setNotBefore(2)
          .setValidUntil(3)
          .setReason("Because.")
          .build();

  @Test
  void theKeyIsTheCustomerInUtf8() {
    assertThat(record(new AvroForm<>(Topics.TRIGGERS)).key())
        .isEqualTo("安娜".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatRoutesATriggerStandsInTheHeadersInClear() {
    assertThat(record(new AvroForm<>(Topics.TRIGGERS)).headers())
        .extracting(
            header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
        .containsExactly(
            "kairos-id=id-1",
            "kairos-kind=SEND",
            "kairos-rule=cart-abandon",
            "kairos-channel=push",
            "kairos-mode=LIVE");
  }

  @Test
  void avroReadsBackWithTheBundledSchema() throws Exception {
    assertThat(Trigger.getDecoder().decode(record(new AvroForm<>(Topics.TRIGGERS)).value()))
        .isEqualTo(TRIGGER);
  }

  @Test
  void jsonIsPlain() {
    assertThat(new String(record(new JsonForm<>()).value(), StandardCharsets.UTF_8))
        .startsWith("{\"id\":\"id-1\",\"kind\":\"SEND\",\"mode\":\"LIVE\",\"customerId\":\"安娜\"");
  }

  private static ProducerRecord<byte[], byte[]> record(ValueForm<Trigger> form) {
    TriggerSerializer serializer = new TriggerSerializer("triggers", form);
    serializer.open(null, null);
    return serializer.serialize(TRIGGER, null, 0L);
  }
}
