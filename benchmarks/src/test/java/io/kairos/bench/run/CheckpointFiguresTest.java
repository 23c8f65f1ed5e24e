package io.kairos.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.contract.Checkpoint;
import io.kairos.bench.contract.Checkpoints;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFiguresTest {

  @Test
  void meansDurationsTakesTheWorstOfTheRestAndTheLastState() {
    Checkpoints all =
        new Checkpoints(
            List.of(new Checkpoint(100, 9, 20, 500, 900), new Checkpoint(200, 4, 30, 100, 800)));

    assertThat(CheckpointFigures.of(all)).isEqualTo(new CheckpointFigures(2, 150, 9, 30, 500, 800));
  }

  @Test
  void isNothingWithoutCheckpointsOrWithoutTheirFile(@TempDir Path folder) throws Exception {
    assertThat(CheckpointFigures.of(new Checkpoints(List.of()))).isNull();
    assertThat(CheckpointFigures.in(folder)).isNull();
  }
}
