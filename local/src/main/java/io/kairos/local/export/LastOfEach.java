package io.kairos.local.export;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Of rows in order the last of each key, without those of erased customers. */
final class LastOfEach implements Iterator<Row> {
  private final Iterator<Row> rows;
  private Row ahead;
  private Row next;

  LastOfEach(Iterator<Row> rows) {
    this.rows = rows;
    this.ahead = rows.hasNext() ? rows.next() : null;
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Row last = next;
    advance();
    return last;
  }

  private void advance() {
    next = null;
    while (ahead != null && next == null) {
      Row last = lastAlike();
      next = last.value() == null ? null : last;
    }
  }

  private Row lastAlike() {
    Row last;
    do {
      last = ahead;
      ahead = rows.hasNext() ? rows.next() : null;
    } while (ahead != null && ahead.key().equals(last.key()));
    return last;
  }
}
