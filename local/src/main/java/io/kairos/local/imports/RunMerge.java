package io.kairos.local.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several sorted runs read as one. Holds one item of each run in memory. */
final class RunMerge<T> implements Iterator<T>, AutoCloseable {
  private final List<SortedRunReader<T>> readers = new ArrayList<>();
  private final PriorityQueue<SortedRunReader<T>> heads;

  RunMerge(List<SortedRun<T>> runs, Comparator<? super T> order) throws IOException {
    heads = new PriorityQueue<>(Comparator.comparing(SortedRunReader::head, order));
    try {
      for (SortedRun<T> run : runs) {
        SortedRunReader<T> reader = run.open();
        readers.add(reader);
        push(reader);
      }
    } catch (IOException | RuntimeException unreadable) {
      close();
      throw unreadable;
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public T next() {
    if (heads.isEmpty()) {
      throw new NoSuchElementException();
    }
    SortedRunReader<T> first = heads.poll();
    T item = first.head();
    try {
      push(first);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return item;
  }

  @Override
  public void close() throws IOException {
    for (SortedRunReader<T> reader : readers) {
      reader.close();
    }
  }

  private void push(SortedRunReader<T> reader) throws IOException {
    if (reader.advance()) {
      heads.add(reader);
    }
  }
}
