package io.kairos.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay does before it needs a broker. */
final class ReplayTest {
  private static final Replay.Stage NONE =
      (parallelism, stop) -> {
        throw new AssertionError("nothing is to be started");
      };

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();

  @Test
  void endsWhileTheFileIsReadWhenTheRunIsToEnd() throws IOException {
    Replay replay = replay("1 19970101 1 9.99\n");
    try (StopSignal stop = StopSignal.install()) {
      stop.request();

      assertThatThrownBy(() -> replay.run(NONE, stop))
          .isInstanceOf(CommandError.class)
          .hasMessageContaining("stopped");
    }
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFileWithoutEventsIsRefused() throws IOException {
    Replay replay = replay("");

    assertThatThrownBy(() -> replay.run(NONE))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("nothing to replay");
  }

  private Replay replay(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.txt"), rows);
    ReplayRequest request =
        new ReplayRequest(
            ImportFormat.byName("cdnow", ImportOptions.defaults()),
            file,
            Optional.empty(),
            new ReplayRequest.Run(1, List.of("push"), Optional.empty()));
    return new Replay(request, new PrintWriter(out, true), new PrintWriter(new StringWriter()));
  }
}
