package io.kairos.torture.check;

import io.kairos.wire.Mode;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Triggers of Anna, and their records as the job writes them. */
final class Triggers {
  static final String CUSTOMER = "anna";

  private Triggers() {}

  static Trigger.Builder send(String id, long eventTimeMillis) {
    return Trigger.newBuilder()
        .setId(id)
        .setKind(TriggerKind.SEND)
        .setMode(Mode.LIVE)
        .setCustomerId(CUSTOMER)
        .setRule("rule")
        .setRuleVersion(1)
        .setOccasion("occasion")
        .setChannel("push")
        .setTemplate("template")
        .setOffer("offer")
        .setCurrency("CNY")
        .setAnchorTime(eventTimeMillis)
        .setEventTime(eventTimeMillis)
        .setNotBefore(eventTimeMillis)
        .setValidUntil(eventTimeMillis)
        .setPriority(50)
        .setReason("a test");
  }

  static Trigger.Builder cancel(String id, String cancels, long eventTimeMillis) {
    return send(id, eventTimeMillis).setKind(TriggerKind.CANCEL).setCancels(cancels);
  }

  static byte[] bytes(Trigger trigger) {
    try {
      ByteBuffer buffer = Trigger.getEncoder().encode(trigger);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  static ConsumerRecord<byte[], byte[]> record(Place place, Trigger trigger) {
    return record(place, trigger.getCustomerId(), trigger);
  }

  static ConsumerRecord<byte[], byte[]> record(Place place, String key, Trigger trigger) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "triggers", place.partition(), place.offset(), utf8(key), bytes(trigger));
    record.headers().add("kairos-id", utf8(trigger.getId()));
    record.headers().add("kairos-kind", utf8(trigger.getKind().name()));
    record.headers().add("kairos-rule", utf8(trigger.getRule()));
    record.headers().add("kairos-channel", utf8(trigger.getChannel()));
    record.headers().add("kairos-mode", utf8(trigger.getMode().name()));
    return record;
  }

  static byte[] utf8(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
