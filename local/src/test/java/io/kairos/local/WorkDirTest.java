package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
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
    Path abandoned = killed();
    Files.createFile(abandoned.resolve("data"));

    WorkDir.createIn(parent).close();

    assertThat(abandoned).doesNotExist();
  }

  @Test
  void leavesAFolderThatOthersMayWriteTo() throws IOException {
    for (String shared : List.of("rwx-w----", "rwx----w-")) {
      Path planted = allow(shared, killed());

      WorkDir.createIn(parent).close();

      assertThat(planted).exists();
    }
  }

  @Test
  void leavesTheFolderOfAnotherUser() throws IOException {
    Path foreign = giveAway(killed());

    WorkDir.createIn(parent).close();

    assertThat(foreign).exists();
  }

  @Test
  void makesNothingBesidesTheFolder() throws IOException {
    Path foreign = allow("rwxrwxrwx", killed());
    try (WorkDir one = WorkDir.createIn(parent)) {
      assertThat(WorkDir.runningIn(parent)).containsExactly(one.path());
      assertThat(parent)
          .isDirectoryNotContaining(path -> !List.of(foreign, one.path()).contains(path));
    }
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
    Path killed = killed();
    Files.createDirectory(parent.resolve("kairos-2-notes"));

    assertThat(WorkDir.runningIn(parent)).isEmpty();
    assertThat(killed).exists();
  }

  @Test
  void doesNotFindARunWhoseFolderOthersMayWriteTo() throws IOException {
    try (WorkDir one = WorkDir.createIn(parent);
        WorkDir other = WorkDir.createIn(parent)) {
      allow("rwx-w----", one.path());
      allow("rwx----w-", other.path());

      assertThat(WorkDir.runningIn(parent)).isEmpty();
    }
  }

  @Test
  void doesNotFindTheRunOfAnotherUser() throws IOException {
    try (WorkDir one = WorkDir.createIn(parent)) {
      giveAway(one.path());

      assertThat(WorkDir.runningIn(parent)).isEmpty();
    }
  }

  /** The folder of a run that could not delete it. */
  private Path killed() throws IOException {
    Path folder = Files.createTempDirectory(parent, "kairos-1-");
    Files.createFile(folder.resolve("run.lock"));
    return folder;
  }

  private static Path allow(String permissions, Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }

  /** Only root can; the test of anybody else ends here. */
  private static Path giveAway(Path folder) throws IOException {
    UserPrincipal nobody =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    assumeThatCode(() -> Files.setOwner(folder, nobody)).doesNotThrowAnyException();
    return folder;
  }
}
