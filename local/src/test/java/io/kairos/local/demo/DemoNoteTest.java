package io.kairos.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoNoteTest {
  private static final Instant NOON = Instant.parse("2026-10-24T12:00:00Z");

  @TempDir private Path parent;

  @Test
  void isReadAsItWasWritten() throws IOException {
    DemoNote note = note(7, NOON);

    assertThat(DemoNote.of(List.of(folder(note)))).containsExactly(note);
  }

  @Test
  void tellsTheEventTimeOnceTheTrafficIsLive() throws IOException {
    DemoNote live =
        note(7, NOON)
            .with(new DemoClock(NOON.minusSeconds(86_400), NOON, 60, Duration.ofMinutes(4)));

    DemoNote read = DemoNote.of(List.of(folder(live))).get(0);

    assertThat(read).isEqualTo(live);
    assertThat(read.clock().orElseThrow().eventTime(NOON.plusSeconds(1)))
        .isEqualTo(NOON.minusSeconds(86_400 - 60));
  }

  @Test
  void comesNewestFirst() throws IOException {
    Path older = folder(note(1, NOON.minusSeconds(1)));
    Path newer = folder(note(2, NOON));

    assertThat(DemoNote.of(List.of(older, newer)))
        .extracting(DemoNote::process)
        .containsExactly(2L, 1L);
  }

  @Test
  void runsWithoutANoteOrWithABrokenOneAreNoDemos() throws IOException {
    Path without = Files.createDirectory(parent.resolve("without"));
    Path broken = folder(note(1, NOON));
    Files.writeString(broken.resolve("demo.properties"), "process=x");
    Path half = folder(note(2, NOON));
    Files.writeString(half.resolve("demo.properties"), "process=2");

    assertThat(DemoNote.of(List.of(without, broken, half))).isEmpty();
  }

  private Path folder(DemoNote note) throws IOException {
    Path folder = Files.createDirectory(parent.resolve("kairos-" + note.process()));
    note.write(folder);
    return folder;
  }

  private static DemoNote note(long process, Instant started) {
    return new DemoNote(
        process,
        started,
        "127.0.0.1:9092",
        "kairos.",
        ZoneId.of("Asia/Shanghai"),
        Optional.empty());
  }
}
