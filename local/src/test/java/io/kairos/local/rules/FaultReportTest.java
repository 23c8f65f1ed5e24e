package io.kairos.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FaultReportTest {
  private static final RuleText FILE =
      new RuleText("promo.yaml", "rules:\n  - {name: 手机, when: x}\n");

  @Test
  void pointsAtTheCharacterAsTheTerminalShowsIt() {
    assertThat(lines(Fault.error(2, 23, "no variable is called 'x'").hinting("see the page")))
        .containsExactly(
            "promo.yaml:2:23: error: no variable is called 'x'",
            "    2 |   - {name: 手机, when: x}",
            "      |                         ^",
            "hint: see the page");
  }

  @Test
  void doesWithoutAPlaceThatIsNotKnown() {
    assertThat(lines(Fault.error(0, 0, "wrong"))).containsExactly("promo.yaml: error: wrong");
    assertThat(lines(Fault.error(1, 0, "wrong")))
        .containsExactly("promo.yaml:1: error: wrong", "    1 | rules:");
    assertThat(lines(Fault.error(9, 1, "wrong"))).containsExactly("promo.yaml:9:1: error: wrong");
  }

  @Test
  void doesNotLetAFileDriveTheTerminal() {
    RuleText file = new RuleText("promo.yaml", "a: \u001b[2J\n");

    assertThat(new FaultReport(file).lines(Fault.error(1, 4, "\u001b[1m")))
        .allSatisfy(line -> assertThat(line).doesNotContain("\u001b"));
  }

  private static List<String> lines(Fault fault) {
    return new FaultReport(FILE).lines(fault);
  }
}
