package io.kairos.bench.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.report.Part;
import io.kairos.bench.restore.Step.Took;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestorePartTest {
  private static final long TWO_MEBIBYTES = 2 << 20;

  @Test
  void hasARowForEachStepWithTheMedianOfItsRounds() {
    List<Took> all = new ArrayList<>();
    for (Step step : Step.values()) {
      all.add(new Took(step, 1_500, TWO_MEBIBYTES));
      all.add(new Took(step, 500, TWO_MEBIBYTES));
      all.add(new Took(step, 700, TWO_MEBIBYTES));
    }

    Part part = RestorePart.of(1_000, all);

    assertThat(part.table().rows()).hasSameSizeAs(Step.values());
    assertThat(part.table().rows().get(0))
        .hasSameSizeAs(part.table().head())
        .containsExactly("stop with a savepoint", "1,000", "2.0", "700", "500 - 1,500", "3");
  }

  @Test
  void areReadAsTheyWerePrinted() {
    Took took = new Took(Step.SCALE_UP, 12, 34);

    assertThat(Took.isOne(took.line())).isTrue();
    assertThat(Took.of(took.line())).isEqualTo(took);
    assertThat(Took.isOne("a line of a log")).isFalse();
  }
}
