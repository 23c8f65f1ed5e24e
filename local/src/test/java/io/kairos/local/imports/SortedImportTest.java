package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.InputEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedImportTest {
  private static final Path FILE = Imported.path("rees46.csv");

  private final ImportFormat format = new Rees46Format();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 6})
  void givesTheSameEventsWhateverTheChunk(int chunkEvents) throws IOException {
    List<InputEvent> events = new ArrayList<>();
    try (SortedImport sorted = SortedImport.open(format, ImportRequest.of(FILE), chunkEvents)) {
      sorted.forEachRemaining(events::add);
    }
    assertThat(events).isEqualTo(Imported.all(format, ImportRequest.of(FILE)).events());
  }

  @Test
  void repeatsItsEventsInARerun() throws IOException {
    assertThat(Imported.all(format, ImportRequest.of(FILE)))
        .isEqualTo(Imported.all(format, ImportRequest.of(FILE)));
  }

  @Test
  void readsCompressedFilesWhateverTheirName() throws IOException {
    Path compressed = folder.resolve("events");
    try (var out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(FILE, out);
    }
    assertThat(Imported.all(format, ImportRequest.of(compressed)))
        .isEqualTo(Imported.all(format, ImportRequest.of(FILE)));
  }

  @Test
  void namesACompressedFileThatIsCutOff() throws IOException {
    Path whole = folder.resolve("whole.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      Files.copy(FILE, out);
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.gz");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> Imported.all(format, ImportRequest.of(cut)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("cut.gz");
  }

  @Test
  void leavesOutEventsAfterTheEnd() throws IOException {
    Instant lastCart = Instant.parse("2024-03-01T10:00:09Z");
    ImportCounts atCart = Imported.all(format, ImportRequest.of(FILE).withUntil(lastCart)).counts();
    ImportCounts beforeCart =
        Imported.all(format, ImportRequest.of(FILE).withUntil(lastCart.minusMillis(1))).counts();
    assertThat(atCart.type("cart.removed").events()).isEqualTo(1);
    assertThat(beforeCart.type("cart.removed").events()).isZero();
    assertThat(beforeCart.leftOut(LeftOut.AFTER_UNTIL).events())
        .containsEntry("cart.removed", 1L)
        .containsEntry("order.paid", 1L);
    assertThat(beforeCart.inFile("cart.removed")).isEqualTo(1);
  }

  @Test
  void tellsHowFarTheFileIsRead() throws IOException {
    List<Long> readBytes = new ArrayList<>();
    ImportProgress progress =
        (read, total) -> {
          assertThat(total).isEqualTo(FILE.toFile().length());
          readBytes.add(read);
        };
    Imported.all(format, ImportRequest.of(FILE).withProgress(progress));
    assertThat(readBytes).isSorted().endsWith(FILE.toFile().length());
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThatThrownBy(() -> SortedImport.open(format, ImportRequest.of(Path.of("gone.csv"))))
        .isInstanceOf(ImportException.class)
        .hasMessage("no file gone.csv");
  }

  @Test
  void countsNothingInAFileOfHeadersOnly() throws IOException {
    Path empty = folder.resolve("empty.csv");
    try (var lines = Files.lines(FILE)) {
      Files.writeString(empty, lines.findFirst().orElseThrow());
    }
    Imported imported = Imported.all(format, ImportRequest.of(empty));
    assertThat(imported.events()).isEmpty();
    assertThat(imported.counts().rows()).isZero();
    assertThat(imported.counts().span()).isNull();
  }
}
