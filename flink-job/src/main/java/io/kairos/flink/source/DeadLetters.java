package io.kairos.flink.source;

import io.kairos.engine.cleaning.Rejection;
import io.kairos.engine.pack.Utf8;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.DeadLetterHeader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Records that cannot be used, as they came in. Brokers limit what a batch takes when it is
 * compressed, so a record can be many times as large as its topic says: what is beyond the bound is
 * cut, or the dead letter would not fit where the record did.
 *
 * @param mostBytes of a value that are kept
 */
public record DeadLetters(int mostBytes) {
  /**
   * Of a key, and of all headers together, so many bytes are kept: what is left of {@link
   * TopicCheck#FRAME_BYTES} is more than place and reason take.
   */
  static final int MOST_BESIDE = 16 * 1024;

  /** What is kept of the reason in sentences, in bytes of UTF-8. */
  static final int MOST_DETAIL = 4 * 1024;

  /** What a header takes at least. */
  private static final int HEADER_BYTES = 4;

  DeadLetter of(ConsumerRecord<byte[], byte[]> record, Rejection why) {
    return new DeadLetter(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        wrapped(record.key(), MOST_BESIDE),
        value(record.value()),
        headers(record),
        why.reason().name(),
        detail(record.value(), why.detail()));
  }

  /** What is kept of a record's value. */
  public ByteBuffer value(byte[] whole) {
    return wrapped(whole, mostBytes);
  }

  /** Why a record cannot be used, which may quote it, and whether its value is cut. */
  public String detail(byte[] value, String why) {
    String said = why == null ? null : Utf8.cut(why, MOST_DETAIL);
    return value == null || value.length <= mostBytes
        ? said
        : "%s; the first %d are kept".formatted(said, mostBytes);
  }

  /** The first ones for which there is room. */
  private static List<DeadLetterHeader> headers(ConsumerRecord<byte[], byte[]> record) {
    List<DeadLetterHeader> headers = new ArrayList<>();
    int room = MOST_BESIDE;
    for (Header header : record.headers()) {
      byte[] value = header.value();
      room -= HEADER_BYTES + 3 * header.key().length() + (value == null ? 0 : value.length);
      if (room < 0) {
        break;
      }
      headers.add(new DeadLetterHeader(header.key(), wrapped(value, MOST_BESIDE)));
    }
    return headers;
  }

  private static ByteBuffer wrapped(byte[] bytes, int most) {
    if (bytes == null || bytes.length <= most) {
      return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
    return ByteBuffer.wrap(Arrays.copyOf(bytes, most));
  }
}
