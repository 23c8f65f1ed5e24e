package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

final class BatchSerializerTest {
  private final BatchSerializer serializer = new BatchSerializer();
  private final Batch batch =
      new Batch("kairos.outbox-1", 3, 1_700_000_000_000L, "kairos.triggers", List.of(message()));

  /** What checkpoints of the first form hold. It never changes: a later form gets its own. */
  @Test
  void readsAndWritesItsFirstForm() throws IOException {
    String first =
        "000f"
            + hex("kairos.outbox-1")
            + "0000000000000003"
            + "0000018bcfe56800"
            + "000f"
            + hex("kairos.triggers")
            + "00000001"
            + "00000002"
            + hex("c1")
            + "00000003"
            + "c30100"
            + "00000001"
            + "0009"
            + hex("kairos-id")
            + "00000002"
            + hex("t1");
    byte[] bytes = serializer.serialize(batch);

    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(first);
    Batch back = serializer.deserialize(1, bytes);
    assertThat(back).usingRecursiveComparison().isEqualTo(batch);
  }

  @Test
  void refusesAFormOfALaterRelease() throws IOException {
    byte[] bytes = serializer.serialize(batch);

    assertThatThrownBy(() -> serializer.deserialize(2, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("form 2");
  }

  private static Message message() {
    return Message.of(record("any"));
  }

  private static ProducerRecord<byte[], byte[]> record(String topic) {
    return new ProducerRecord<>(
        topic,
        null,
        "c1".getBytes(StandardCharsets.UTF_8),
        HexFormat.of().parseHex("c30100"),
        List.of(new RecordHeader("kairos-id", "t1".getBytes(StandardCharsets.UTF_8))));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
