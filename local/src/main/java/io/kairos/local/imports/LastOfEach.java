package io.kairos.local.imports;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Of records in order the last of each key, without those of erased customers. */
public final class LastOfEach implements Iterator<KeyedRecord> {
  private final Iterator<KeyedRecord> records;
  private KeyedRecord ahead;
  private KeyedRecord next;

  public LastOfEach(Iterator<KeyedRecord> records) {
    this.records = records;
    this.ahead = records.hasNext() ? records.next() : null;
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public KeyedRecord next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    KeyedRecord last = next;
    advance();
    return last;
  }

  private void advance() {
    next = null;
    while (ahead != null && next == null) {
      KeyedRecord last = lastAlike();
      next = last.value() == null ? null : last;
    }
  }

  private KeyedRecord lastAlike() {
    KeyedRecord last;
    do {
      last = ahead;
      ahead = records.hasNext() ? records.next() : null;
    } while (ahead != null && ahead.key().equals(last.key()));
    return last;
  }
}
