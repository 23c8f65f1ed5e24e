package io.kairos.flink.operator;

import io.kairos.flink.TestConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reads the partitions of a log in a random interleaving, with the watermark that this allows. */
final class Reader {
  private final List<List<Logged>> partitions;
  private final int[] next;
  private final Random random;

  Reader(List<List<Logged>> partitions, long seed) {
    this.partitions = partitions;
    this.next = new int[partitions.size()];
    this.random = new Random(seed);
  }

  boolean atEnd() {
    return open().isEmpty();
  }

  Logged read() {
    List<Integer> open = open();
    int partition = open.get(random.nextInt(open.size()));
    return partitions.get(partition).get(next[partition]++);
  }

  /**
   * No event to come is at or before it. A partition that is read to its end holds nothing back.
   */
  long watermark() {
    long least = Long.MAX_VALUE;
    for (int partition : open()) {
      long arrival =
          next[partition] == 0
              ? Long.MIN_VALUE + TestConfig.LATENESS_MILLIS + 1
              : partitions.get(partition).get(next[partition] - 1).arrival();
      least = Math.min(least, arrival - TestConfig.LATENESS_MILLIS - 1);
    }
    return least;
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private List<Integer> open() {
    List<Integer> open = new ArrayList<>();
    for (int partition = 0; partition < partitions.size(); partition++) {
      if (next[partition] < partitions.get(partition).size()) {
        open.add(partition);
      }
    }
    return open;
  }
}
