package io.kairos.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
  private static final InputSpec INPUT = new InputSpec(Form.INDEPENDENT, 100, 10, 1);
  private static final Turn TURN = new Turn(INPUT, Contender.OURS_HEAP, 2, "a=1", 3);

  private static final CheckpointFigures CHECKPOINTS =
      new CheckpointFigures(2, 250.5, 12, 90, 1000, 1L << 40);

  @TempDir Path folder;

  @Test
  void readsWhatItHasWritten() throws Exception {
    ResultFile file = new ResultFile(folder.resolve("new").resolve("results.jsonl"));
    Result measured =
        new Result(
            "first",
            "here",
            TURN,
            "now",
            new Figures(1.5, 2e6, 1L << 40, 0.1, 7, CHECKPOINTS),
            null);
    Result failed = new Result("second", "here", TURN, "later", null, "ended");
    file.add(measured);
    file.add(failed);

    assertThat(file.of("first")).containsExactly(measured);
    assertThat(file.of("second")).containsExactly(failed);
    assertThat(file.lastBench()).contains("second");
  }

  @Test
  void readsFiguresOfATimeWhenNothingWasKnownOfCheckpoints() throws Exception {
    Path old = folder.resolve("old.jsonl");
    ResultFile file = new ResultFile(old);
    file.add(
        new Result("first", "here", TURN, "now", new Figures(1.5, 2e6, 3, 0.1, 7, null), null));
    Files.writeString(old, Files.readString(old).replace(",\"checkpoints\":null", ""));

    assertThat(Files.readString(old)).doesNotContain("checkpoints");
    assertThat(file.of("first"))
        .extracting(result -> result.figures().checkpoints())
        .containsOnlyNulls();
  }

  @Test
  void knowsTheLastRateOfAContenderInOneSlot() throws Exception {
    ResultFile file = new ResultFile(folder.resolve("rates.jsonl"));
    file.add(rated(1, 100));
    file.add(rated(1, 200));
    file.add(rated(2, 300));
    Turn other = new Turn(INPUT, Contender.OURS, 1, "bench.rules=1000", 1);
    file.add(new Result("b", "here", other, "", new Figures(1, 50, 0, 0, 0, null), null));
    Turn visits = new Turn(new InputSpec(Form.SESSIONS, 100, 10, 1), Contender.OURS, 1, "", 1);
    file.add(new Result("b", "here", visits, "", new Figures(1, 400, 0, 0, 0, null), null));
    file.add(new Result("b", "here", turn(1), "", null, "failed"));

    assertThat(file.lastRate(Contender.OURS, Form.INDEPENDENT)).hasValue(200);
    assertThat(file.lastRate(Contender.FULL, Form.INDEPENDENT)).isEmpty();
  }

  private static Result rated(int slots, double rate) {
    return new Result("b", "here", turn(slots), "", new Figures(1, rate, 0, 0, 0, null), null);
  }

  private static Turn turn(int slots) {
    return new Turn(INPUT, Contender.OURS, slots, "", 1);
  }

  @Test
  void isEmptyBeforeTheFirstResult() throws Exception {
    ResultFile file = new ResultFile(folder.resolve("results.jsonl"));

    assertThat(file.of("first")).isEmpty();
    assertThat(file.lastBench()).isEmpty();
  }
}
