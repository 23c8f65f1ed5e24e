package io.kairos.torture.check;

import io.kairos.torture.oracle.LoggedRecord;
import io.kairos.wire.Topics;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A customer's records, those of a partition in their order. They are packed one behind the other,
 * since a night has millions, and unpacked when they are read.
 */
final class CustomerLog implements Iterable<LoggedRecord> {
  /** The topic, the partition, the offset, the append time and the length of the value. */
  private static final int HEAD_BYTES = 1 + Integer.BYTES + 2 * Long.BYTES + Integer.BYTES;

  private static final int FIRST_BYTES = 512;
  private static final int GROWS_BY = 8;

  private byte[] packed = new byte[FIRST_BYTES];
  private int used;

  void add(Topics topic, LoggedRecord record) {
    int needed = used + HEAD_BYTES + record.value().length;
    if (needed > packed.length) {
      packed = Arrays.copyOf(packed, needed + needed / GROWS_BY);
    }
    ByteBuffer.wrap(packed, used, needed - used)
        .put((byte) topic.ordinal())
        .putInt(record.partition())
        .putLong(record.offset())
        .putLong(record.appendMillis())
        .putInt(record.value().length)
        .put(record.value());
    used = needed;
  }

  @Override
  public Iterator<LoggedRecord> iterator() {
    return new Unpacking(ByteBuffer.wrap(packed, 0, used));
  }

  private record Unpacking(ByteBuffer left) implements Iterator<LoggedRecord> {
    @Override
    public boolean hasNext() {
      return left.hasRemaining();
    }

    @Override
    public LoggedRecord next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      String topic = Topics.values()[left.get()].label();
      int partition = left.getInt();
      long offset = left.getLong();
      long appendMillis = left.getLong();
      byte[] value = new byte[left.getInt()];
      left.get(value);
      return new LoggedRecord(topic, partition, offset, appendMillis, value);
    }
  }
}
