package io.kairos.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
  private static final InputSpec INPUT = new InputSpec(Form.INDEPENDENT, 100, 10, 1);
  private static final Turn TURN = new Turn(INPUT, Contender.OURS_HEAP, 2, "a=1", 3);

  @TempDir Path folder;

  @Test
  void readsWhatItHasWritten() throws Exception {
    ResultFile file = new ResultFile(folder.resolve("new").resolve("results.jsonl"));
    Result measured =
        new Result("first", TURN, "now", new Figures(1.5, 2e6, 1L << 40, 0.1, 7), null);
    Result failed = new Result("second", TURN, "later", null, "ended");
    file.add(measured);
    file.add(failed);

    assertThat(file.of("first")).containsExactly(measured);
    assertThat(file.of("second")).containsExactly(failed);
    assertThat(file.lastBench()).contains("second");
  }

  @Test
  void isEmptyBeforeTheFirstResult() throws Exception {
    ResultFile file = new ResultFile(folder.resolve("results.jsonl"));

    assertThat(file.of("first")).isEmpty();
    assertThat(file.lastBench()).isEmpty();
  }
}
