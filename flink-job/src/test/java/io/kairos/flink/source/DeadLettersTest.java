package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.Rejection;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.wire.DeadLetter;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersTest {
  private static final int MOST = 100;
  private static final DeadLetters LETTERS = new DeadLetters(MOST);
  private static final Rejection WHY = new Rejection(RejectionReason.UNREADABLE, "why");

  @ParameterizedTest
  @CsvSource({
    "100, 16384, 8000, 100, 16384, 2, 'why'",
    "101, 16385, 16377, 100, 16384, 1, 'why; the first 100 are kept'",
    "9000000, 9000000, 9000000, 100, 16384, 0, 'why; the first 100 are kept'"
  })
  void whateverComesInFitsItsTopic(
      int value, int key, int header, int keptValue, int keptKey, int headers, String detail)
      throws IOException {
    DeadLetter letter = letter(new byte[key], new byte[value], new byte[header]);

    assertThat(letter.getValue().remaining()).isEqualTo(keptValue);
    assertThat(letter.getKey().remaining()).isEqualTo(keptKey);
    assertThat(letter.getHeaders()).hasSize(headers);
    assertThat(letter.getDetail()).isEqualTo(detail);
    assertThat(DeadLetter.getEncoder().encode(letter).remaining())
        .isLessThan(MOST + TopicCheck.FRAME_BYTES);
  }

  @Test
  void aReasonThatQuotesTheRecordIsCut() throws IOException {
    DeadLetter letter =
        LETTERS.of(
            record(new byte[1], new byte[101], new RecordHeaders()),
            new Rejection(RejectionReason.UNKNOWN_CURRENCY, "\uFFFD".repeat(400_000)));

    assertThat(letter.getDetail())
        .hasSizeLessThan(2_000)
        .endsWith("\uFFFD; the first 100 are kept");
  }

  @Test
  void headersWithoutAnythingTakeRoomToo() {
    RecordHeaders headers = new RecordHeaders();
    for (int i = 0; i < 100_000; i++) {
      headers.add("", null);
    }

    assertThat(LETTERS.of(record(new byte[1], new byte[1], headers), WHY).getHeaders())
        .hasSizeLessThan(10_000);
  }

  private static DeadLetter letter(byte[] key, byte[] value, byte[] header) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("a", header);
    headers.add("b", header);
    return LETTERS.of(record(key, value, headers), WHY);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      byte[] key, byte[] value, RecordHeaders headers) {
    return new ConsumerRecord<>(
        "t",
        0,
        0,
        0,
        TimestampType.LOG_APPEND_TIME,
        key.length,
        value.length,
        key,
        value,
        headers,
        Optional.empty());
  }
}
