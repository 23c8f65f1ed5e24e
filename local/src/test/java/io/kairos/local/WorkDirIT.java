package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.imports.ExternalSort;
import io.kairos.local.imports.KeyedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of two processes, each of them a JVM of its own. */
final class WorkDirIT {

  @TempDir private Path parent;

  @Test
  void anotherProcessLeavesFoldersOfARunThatHasMoreThanOne() throws Exception {
    try (WorkDir first = WorkDir.createIn(parent);
        WorkDir second = WorkDir.createIn(parent)) {
      assertThat(WorkDir.runningIn(parent)).hasSize(2);

      run(Cleaner.class);

      assertThat(first.path()).exists();
      assertThat(second.path()).exists();
    }
  }

  @Test
  void theNextRunRemovesWhatASortOfAKilledProcessLeft() throws Exception {
    run(KilledSort.class);
    assertThat(parent).isNotEmptyDirectory();

    WorkDir.createIn(parent).close();

    assertThat(parent).isEmptyDirectory();
  }

  /** Runs the main method of a class in a JVM whose temporary folder is the parent. */
  private void run(Class<?> main) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + parent,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  /** Begins a run, which removes what nobody holds, and ends it. */
  static final class Cleaner {
    public static void main(String[] args) throws IOException {
      WorkDir.create().close();
    }
  }

  /** Writes items to the disk and dies before it can delete them. */
  static final class KilledSort {
    public static void main(String[] args) throws IOException {
      ExternalSort<KeyedRecord> sort =
          new ExternalSort<>(KeyedRecord.ORDER, KeyedRecord.codec(), 1);
      for (String key : List.of("b", "a")) {
        sort.add(new KeyedRecord(key, 0, null));
      }
      Runtime.getRuntime().halt(0);
    }
  }
}
