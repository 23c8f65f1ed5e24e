package io.kairos.torture.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskTest {
  @TempDir private Path folder;

  @Test
  void lastsAsLongAsItsCommand() throws Exception {
    assumeTrue(SmallDisk.isPossible());
    List<String> touch = List.of("/bin/sh", "-c", "touch " + folder.resolve("file"));

    assertThat(new ProcessBuilder(SmallDisk.over(folder, touch)).start().waitFor()).isZero();
    assertThat(folder).isEmptyDirectory();
  }
}
