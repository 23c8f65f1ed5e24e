package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerBoardTest {
  private final TriggerBoard board = new TriggerBoard();

  @Test
  void countsByRuleAndKeepsTheNewestFirst() {
    board.add(Triggers.send("1", "dormancy"));
    board.add(Triggers.send("2", "cart-abandon"));
    board.add(Triggers.send("3", "dormancy"));
    TriggerTally tally = board.tally();
    assertThat(tally.byRule()).isEqualTo(Map.of("dormancy", 2L, "cart-abandon", 1L));
    assertThat(tally.total()).isEqualTo(3);
    assertThat(tally.latest()).extracting(FiredTrigger::number).containsExactly(3L, 2L, 1L);
    assertThat(tally.examples().get("dormancy").reason()).isEqualTo("Because of 1.");
  }

  @Test
  void countsARepeatOnce() {
    board.add(Triggers.send("1", "dormancy"));
    board.add(Triggers.send("1", "dormancy"));
    assertThat(board.tally().total()).isEqualTo(1);
  }

  @Test
  void countsACancellationApart() {
    board.add(Triggers.send("1", "dormancy"));
    board.add(Triggers.cancel("1", "dormancy"));
    assertThat(board.tally().total()).isEqualTo(1);
    assertThat(board.tally().cancelled()).isEqualTo(1);
    assertThat(board.tally().latest().get(0).what().cancel()).isTrue();
  }

  @Test
  void keepsABoundedNumber() {
    for (int id = 0; id < 500; id++) {
      board.add(Triggers.send("" + id, "dormancy"));
    }
    assertThat(board.tally().latest()).hasSize(200);
    assertThat(board.tally().total()).isEqualTo(500);
  }
}
