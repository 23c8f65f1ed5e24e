package io.kairos.bench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final Checkpoint ONE = new Checkpoint(300, 20, 70, 1000, 5000);

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void takesTheLongestOfTheSubtasks() throws Exception {
    JsonNode checkpoint =
        json("{'end_to_end_duration': 300, 'checkpointed_size': 1000, 'state_size': 5000}");
    JsonNode still =
        json(
            "{'end_to_end_duration': 290, 'start_delay': 120,"
                + " 'checkpoint': {'sync': 10, 'async': 100}}");
    JsonNode longSync =
        json(
            "{'end_to_end_duration': 50, 'start_delay': 5,"
                + " 'checkpoint': {'sync': 20, 'async': 5}}");

    assertThat(Checkpoints.read(checkpoint, List.of(still, longSync))).isEqualTo(ONE);
  }

  @Test
  void aSubtaskThatWasDoneBeforeDoesNotCount() throws Exception {
    JsonNode done = json("{'index': 0, 'status': 'pending_or_failed'}");

    assertThat(Checkpoints.read(json("{'end_to_end_duration': 7}"), List.of(done)))
        .isEqualTo(new Checkpoint(7, 0, 0, 0, 0));
  }

  @Test
  void readsWhatItHasWritten(@TempDir Path folder) throws Exception {
    Checkpoints written = new Checkpoints(List.of(ONE, new Checkpoint(1, 2, 3, 4, 1L << 40)));
    Path file = folder.resolve(Checkpoints.FILE);
    written.writeTo(file);

    assertThat(Checkpoints.read(file)).isEqualTo(written);
  }

  @Test
  void refusesAnotherFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("other"), "1,2,3");

    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoints.read(file));
  }
}
