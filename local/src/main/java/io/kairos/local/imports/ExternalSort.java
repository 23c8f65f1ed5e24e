package io.kairos.local.imports;

import io.kairos.local.WorkDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Sorts more items than fit in memory: full chunks are sorted and written to temporary files, and
 * the files are merged. Input that fits one chunk touches no disk; input that comes in order makes
 * one file, so that merging it is reading it. {@link #close} deletes the files; those of a process
 * that was killed are deleted by the next one that needs a folder.
 *
 * <p>Equal items come out in no certain order: let the order tell every two items apart.
 */
public final class ExternalSort<T> implements AutoCloseable {
  /** Files open at once while merging; kept far under the usual limit of 1,024. */
  private static final int MAX_RUNS = 128;

  private final Comparator<? super T> order;
  private final SpillCodec<T> codec;
  private final long chunkWeight;
  private final Path parent;
  private final List<T> chunk = new ArrayList<>();
  private final List<SortedRun<T>> runs = new ArrayList<>();
  private final List<SortedRun<T>> mergedRuns = new ArrayList<>();
  private WorkDir folder;
  private long weight;
  private int files;
  private RunMerge<T> merge;

  /** Sorts in the system's folder for temporary files. */
  public ExternalSort(Comparator<? super T> order, SpillCodec<T> codec, long chunkWeight) {
    this(order, codec, chunkWeight, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * @param chunkWeight weight of the items held in memory, at least 1
   * @param parent folder in which a folder for the temporary files is made
   */
  ExternalSort(Comparator<? super T> order, SpillCodec<T> codec, long chunkWeight, Path parent) {
    this.order = order;
    this.codec = codec;
    this.chunkWeight = chunkWeight;
    this.parent = parent;
  }

  public void add(T item) throws IOException {
    chunk.add(item);
    weight += codec.weight(item);
    if (weight >= chunkWeight) {
      spill();
    }
  }

  /** Everything added, in order; to be called once, after the last {@link #add}. */
  public Iterator<T> sorted() throws IOException {
    if (folder == null) {
      chunk.sort(order);
      return chunk.iterator();
    }
    spill();
    mergedRuns.addAll(runs);
    merge = new RunMerge<>(mergedRuns, order);
    return merge;
  }

  @Override
  public void close() throws IOException {
    try {
      if (merge != null) {
        merge.close();
      }
    } finally {
      if (folder != null) {
        folder.close();
      }
    }
  }

  private void spill() throws IOException {
    if (chunk.isEmpty()) {
      return;
    }
    chunk.sort(order);
    runFor(chunk.get(0)).append(chunk.iterator());
    chunk.clear();
    weight = 0;
  }

  /** The newest run if the item may stand after it, else a new one. */
  private SortedRun<T> runFor(T first) throws IOException {
    if (!runs.isEmpty() && order.compare(runs.get(runs.size() - 1).last(), first) <= 0) {
      return runs.get(runs.size() - 1);
    }
    if (runs.size() == MAX_RUNS) {
      mergedRuns.add(mergeRuns());
    }
    SortedRun<T> run = newRun();
    runs.add(run);
    return run;
  }

  /**
   * Makes one run of all young ones. Merged runs are not merged again, so an item moves only once.
   */
  private SortedRun<T> mergeRuns() throws IOException {
    SortedRun<T> merged = newRun();
    try (RunMerge<T> all = new RunMerge<>(runs, order)) {
      merged.append(all);
    }
    for (SortedRun<T> run : runs) {
      Files.delete(run.file());
    }
    runs.clear();
    return merged;
  }

  private SortedRun<T> newRun() throws IOException {
    if (folder == null) {
      folder = WorkDir.createIn(parent);
    }
    return new SortedRun<>(folder.path().resolve("run-" + files++), codec);
  }
}
