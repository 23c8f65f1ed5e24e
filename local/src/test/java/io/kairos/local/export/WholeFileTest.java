package io.kairos.local.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void isThereOnceItIsWhole() throws IOException {
    Path path = Files.writeString(folder.resolve("table.csv"), "old");
    try (WholeFile file = WholeFile.create(path)) {
      file.out().write('n');
      assertThat(path).hasContent("old");
      file.commit();
    }

    assertThat(path).hasContent("n");
    assertThat(names()).containsExactly("table.csv");
  }

  @Test
  void leavesNothingBehindWhereTheRunFailed() throws IOException {
    Path path = folder.resolve("table.csv");
    try (WholeFile file = WholeFile.create(path)) {
      file.out().write('n');
    }

    assertThat(names()).isEmpty();
  }

  @Test
  void writesIntoNoFileThatIsThere() throws IOException {
    String draft = ".table.csv." + ProcessHandle.current().pid();
    Path left = Files.writeString(folder.resolve(draft), "of a longer table");
    Path path = folder.resolve("table.csv");
    try (WholeFile file = WholeFile.create(path)) {
      file.out().write('n');
      file.commit();
    }

    assertThat(path).hasContent("n");
    assertThat(left).hasContent("of a longer table");
  }

  @Test
  void mayBeReadByWhoeverMayReadAnyFile() throws IOException {
    Path path = folder.resolve("table.csv");
    try (WholeFile file = WholeFile.create(path)) {
      file.commit();
    }

    Path plain = Files.createFile(folder.resolve("plain.csv"));
    assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void followsALink() throws IOException {
    Path target = Files.writeString(folder.resolve("target.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
    try (WholeFile file = WholeFile.create(link)) {
      file.out().write('n');
      file.commit();
    }

    assertThat(target).hasContent("n");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void isRefusedWhereNoFileCanBe() {
    assertThatThrownBy(() -> WholeFile.create(folder))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("is no file");
    assertThatThrownBy(() -> WholeFile.create(folder.resolve("none/table.csv")))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("cannot write to");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
