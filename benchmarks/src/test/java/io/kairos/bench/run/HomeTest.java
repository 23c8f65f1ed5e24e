package io.kairos.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @Test
  void twoBenchmarksDoNotShareAFolderAtOnce(@TempDir Path folder) throws IOException {
    Home home = new Home(folder, folder.resolve("bench"));
    try (Closeable first = home.claim()) {
      assertThat(first).isNotNull();
      assertThatThrownBy(home::claim)
          .isInstanceOf(CommandError.class)
          .hasMessageContaining("another benchmark is at work");
    }
    home.claim().close();
  }
}
