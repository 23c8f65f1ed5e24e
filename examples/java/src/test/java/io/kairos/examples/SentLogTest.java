package io.kairos.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentLogTest {
  @TempDir private Path folder;

  private final Triggers triggers = new Triggers(0);

  @Test
  void remembersWhatItWrote() throws IOException {
    write("a", "b");
    try (SentLog log = new SentLog(path())) {
      assertThat(log.knows(message("a"))).isTrue();
      assertThat(log.knows(message("c"))).isFalse();
    }
  }

  @Test
  void takesALineThatACrashLeftUnfinishedForNotWritten() throws IOException {
    write("a", "\u00fc");
    byte[] whole = Files.readAllBytes(path());
    int first = Files.readAllLines(path()).get(0).length() + 1;
    for (int end = first; end < whole.length; end++) {
      Files.write(path(), Arrays.copyOf(whole, end));
      try (SentLog log = new SentLog(path())) {
        assertThat(log.knows(message("a"))).isTrue();
        assertThat(log.knows(message("\u00fc"))).isFalse();
        log.write("SENT", message("\u00fc"));
      }
      assertThat(path()).hasBinaryContent(whole);
    }
  }

  @Test
  void aBrokenLineInTheMiddleIsNoDoingOfACrash() throws IOException {
    Files.writeString(path(), "{\"id\n");
    assertThatThrownBy(() -> new SentLog(path())).isInstanceOf(IOException.class);
  }

  private void write(String... ids) throws IOException {
    try (SentLog log = new SentLog(path())) {
      for (String id : ids) {
        log.write("SENT", message(id));
      }
    }
  }

  private Message message(String id) {
    return Message.of(triggers.send(id));
  }

  private Path path() {
    return folder.resolve("sent.jsonl");
  }
}
