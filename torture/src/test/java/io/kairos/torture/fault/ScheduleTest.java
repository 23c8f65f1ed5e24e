package io.kairos.torture.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final List<FaultKind> ALL = Arrays.asList(FaultKind.values());

  @Test
  void givesTheSameFaultsForTheSameSeed() {
    assertThat(Schedule.of(42, 50, ALL)).isEqualTo(Schedule.of(42, 50, ALL)).hasSize(50);
  }

  @Test
  void givesOtherFaultsForAnotherSeed() {
    assertThat(Schedule.of(42, 50, ALL)).isNotEqualTo(Schedule.of(43, 50, ALL));
  }

  @Test
  void beginsWithTheSameFaultsHoweverManyThereAre() {
    assertThat(Schedule.of(42, 50, ALL))
        .startsWith(Schedule.of(42, 20, ALL).toArray(Strike[]::new));
  }

  @Test
  void strikesEachKindOnceInARound() {
    assertThat(Schedule.of(42, ALL.size(), ALL))
        .extracting(Strike::kind)
        .containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void leavesTheOthersAsTheyAreWhereOneCannotStrike() {
    List<Strike> others =
        Schedule.of(42, 50, ALL).stream()
            .filter(strike -> strike.kind() != FaultKind.FILL_DISK)
            .toList();
    assertThat(Schedule.of(42, 50, ALL, Set.of(FaultKind.FILL_DISK)))
        .hasSize(50)
        .startsWith(others.toArray(Strike[]::new));
  }

  @Test
  void keepsTheOrderWhereItIsGiven() {
    List<FaultKind> kinds = List.of(FaultKind.RESCALE, FaultKind.KILL_BROKER);
    assertThat(Schedule.each(1, kinds)).extracting(Strike::kind).isEqualTo(kinds);
  }

  @Test
  void saysAStrikesKindAndSize() {
    assertThat(Schedule.each(1, List.of(FaultKind.PAUSE_TASKMANAGER)).get(0).text())
        .matches("pause-taskmanager which [01], length \\d+(\\.\\d+)? s");
    assertThat(Schedule.each(1, List.of(FaultKind.UPGRADE)).get(0).text()).isEqualTo("upgrade");
  }
}
