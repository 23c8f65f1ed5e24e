package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalSortTest {
  private static final SpillCodec<Long> LONGS =
      new SpillCodec<>() {
        @Override
        public void write(Long item, DataOutputStream out) throws IOException {
          out.writeLong(item);
        }

        @Override
        public Long read(DataInputStream in) throws IOException {
          return in.readLong();
        }
      };

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} items in chunks of {1}")
  @CsvSource({"0, 1", "1, 1", "2, 1", "7, 3", "9, 3", "10, 100", "127, 1", "128, 1", "1000, 1"})
  void agreesWithSortingInMemory(int size, int chunkItems) throws IOException {
    List<Long> items = new Random(size).longs(size, 0, 50).boxed().toList();
    assertThat(sorted(items, chunkItems)).isEqualTo(items.stream().sorted().toList());
  }

  @Test
  void mergesMoreRunsThanFilesMayBeOpen() throws IOException {
    List<Long> falling = LongStream.range(0, 1_000).map(i -> 1_000 - i).boxed().toList();
    assertThat(sorted(falling, 2)).isEqualTo(falling.stream().sorted().toList());
  }

  @Test
  void writesOneRunForItemsThatComeInOrder() throws IOException {
    try (ExternalSort<Long> sort = sort(10)) {
      for (long item = 0; item < 1_000; item++) {
        sort.add(item);
      }
      assertThat(runs()).hasSize(1);
    }
  }

  @Test
  void touchesNoDiskForWhatFitsOneChunk() throws IOException {
    try (ExternalSort<Long> sort = sort(3)) {
      sort.add(2L);
      sort.add(1L);
      assertThat(sort.sorted()).toIterable().containsExactly(1L, 2L);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void deletesItsFilesWhenClosedHalfRead() throws IOException {
    try (ExternalSort<Long> sort = sort(1)) {
      for (long item = 9; item > 0; item--) {
        sort.add(item);
      }
      sort.sorted().next();
      assertThat(runs()).isNotEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  private List<Long> sorted(List<Long> items, int chunkItems) throws IOException {
    try (ExternalSort<Long> sort = sort(chunkItems)) {
      for (Long item : items) {
        sort.add(item);
      }
      List<Long> result = new ArrayList<>();
      Iterator<Long> sorted = sort.sorted();
      sorted.forEachRemaining(result::add);
      return result;
    }
  }

  private ExternalSort<Long> sort(int chunkItems) {
    return new ExternalSort<>(Comparator.<Long>naturalOrder(), LONGS, chunkItems, folder);
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("run-")).toList();
    }
  }
}
