package io.kairos.local.backtest;

import io.kairos.flink.state.Envelope;
import io.kairos.local.imports.ExternalSort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The cleaned events, sorted by customer and then by position, in shares that can be worked on side
 * by side. Holds a bounded part in memory and the rest in temporary files until {@link #close}.
 */
final class EventStore implements AutoCloseable {
  /** Of the heap: while one chunk is full, another may be on its way to the disk. */
  private static final int HEAP_SHARE = 6;

  private static final int MOST_SHARES = 8;

  /**
   * By customer, position, and what the record says: as in the job's waiting room, the bytes decide
   * between events that bear one id but say different things.
   */
  static final Comparator<Envelope> ORDER = EventStore::compare;

  private final List<ExternalSort<Envelope>> shares = new ArrayList<>();
  private long size;

  private EventStore(int shares, long chunkBytes) {
    for (int i = 0; i < shares; i++) {
      this.shares.add(new ExternalSort<>(ORDER, new EnvelopeCodec(), chunkBytes));
    }
  }

  /** A store with a share for each processor. */
  static EventStore open() {
    Runtime machine = Runtime.getRuntime();
    int shares = Math.min(MOST_SHARES, machine.availableProcessors());
    return open(shares, machine.maxMemory() / HEAP_SHARE / shares);
  }

  /**
   * @param chunkBytes heap that the events of a share may take, at least 1
   */
  static EventStore open(int shares, long chunkBytes) {
    return new EventStore(shares, chunkBytes);
  }

  void add(Envelope envelope) throws IOException {
    int share = (int) Math.floorMod(envelope.key().low(), (long) shares.size());
    shares.get(share).add(envelope);
    size++;
  }

  long size() {
    return size;
  }

  /** Each share in order; to be called once, after the last {@link #add}. */
  List<Iterator<Envelope>> sorted() throws IOException {
    List<Iterator<Envelope>> sorted = new ArrayList<>();
    for (ExternalSort<Envelope> share : shares) {
      sorted.add(share.sorted());
    }
    return sorted;
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (ExternalSort<Envelope> share : shares) {
      try {
        share.close();
      } catch (IOException undeleted) {
        failure = undeleted;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Written out: it is asked for every event a few dozen times. */
  private static int compare(Envelope one, Envelope other) {
    int high = Long.compare(one.key().high(), other.key().high());
    if (high != 0) {
      return high;
    }
    int low = Long.compare(one.key().low(), other.key().low());
    if (low != 0) {
      return low;
    }
    int position = Long.compare(one.positionMillis(), other.positionMillis());
    return position != 0 ? position : Arrays.compare(one.record(), other.record());
  }
}
