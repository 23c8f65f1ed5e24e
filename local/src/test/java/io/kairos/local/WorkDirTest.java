package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkDirTest {

  @TempDir private Path parent;

  @Test
  void isNamedAfterTheProcessAndGoneAfterClose() throws IOException {
    WorkDir workDir = WorkDir.createIn(parent);
    Path path = workDir.path();
    Files.writeString(Files.createDirectory(path.resolve("data")).resolve("file"), "text");
    assertThat(path.getFileName().toString())
        .startsWith("kairos-" + ProcessHandle.current().pid() + "-");

    workDir.close();

    assertThat(path).doesNotExist();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void removesTheFolderOfAKilledRun() throws IOException {
    Path abandoned = Files.createDirectory(parent.resolve("kairos-1-2"));
    Files.createFile(abandoned.resolve("run.lock"));
    Files.createFile(abandoned.resolve("data"));

    WorkDir.createIn(parent).close();

    assertThat(abandoned).doesNotExist();
  }

  @Test
  void leavesTheFolderOfARunThatIsAlive() throws IOException {
    try (WorkDir alive = WorkDir.createIn(parent)) {
      WorkDir.createIn(parent).close();

      assertThat(alive.path()).exists();
    }
  }

  @Test
  void leavesFoldersThatNoRunLocked() throws IOException {
    Path foreign = Files.createDirectory(parent.resolve("kairos-2-notes"));

    WorkDir.createIn(parent).close();

    assertThat(foreign).exists();
  }

  @Test
  void neverFollowsALinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Path kept = Files.createFile(elsewhere.resolve("kept"));
    WorkDir workDir = WorkDir.createIn(parent);
    Files.createSymbolicLink(workDir.path().resolve("link"), elsewhere);

    workDir.close();

    assertThat(kept).exists();
  }

  @Test
  void findsTheRunsThatAreAlive() throws IOException {
    try (WorkDir one = WorkDir.createIn(parent);
        WorkDir other = WorkDir.createIn(parent)) {
      assertThat(WorkDir.runningIn(parent)).containsExactlyInAnyOrder(one.path(), other.path());
    }
    assertThat(WorkDir.runningIn(parent)).isEmpty();
  }

  @Test
  void doesNotFindAKilledRunNorAFolderThatNoRunLocked() throws IOException {
    Path killed = Files.createDirectory(parent.resolve("kairos-1-2"));
    Files.createFile(killed.resolve("run.lock"));
    Files.createDirectory(parent.resolve("kairos-2-notes"));

    assertThat(WorkDir.runningIn(parent)).isEmpty();
    assertThat(killed).exists();
  }
}
