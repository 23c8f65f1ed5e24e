package io.kairos.torture.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedCheckpointsTest {
  @TempDir private Path folder;

  @Test
  void takesTheOneWithTheHighestNumber() throws IOException {
    completed("chk-9");
    completed("chk-10");
    assertThat(new RetainedCheckpoints(folder).newest("job"))
        .hasValueSatisfying(newest -> assertThat(newest).hasFileName("chk-10"));
  }

  @Test
  void passesOverOneThatWasNotCompleted() throws IOException {
    completed("chk-9");
    Files.createDirectories(folder.resolve("job/chk-10"));
    assertThat(new RetainedCheckpoints(folder).newest("job"))
        .hasValueSatisfying(newest -> assertThat(newest).hasFileName("chk-9"));
  }

  @Test
  void saysThatThereIsNone() throws IOException {
    Files.createDirectories(folder.resolve("job/shared"));
    assertThat(new RetainedCheckpoints(folder).newest("job")).isEmpty();
    assertThat(new RetainedCheckpoints(folder).newest("another")).isEmpty();
  }

  private void completed(String name) throws IOException {
    Files.createFile(
        Files.createDirectories(folder.resolve("job").resolve(name)).resolve("_metadata"));
  }
}
