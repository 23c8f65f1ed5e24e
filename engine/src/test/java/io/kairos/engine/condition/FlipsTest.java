package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When the truth changes by time alone: walked from flip to flip, and scanned. */
class FlipsTest {
  private static final long START = 100;
  private static final long END = 400;

  @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
  void walkingTheFlipsFindsExactlyTheInstantsAtWhichTheTruthChanges(
      @ForAll("conditions") String text, @ForAll("subjects") Clockwork subject) {
    Condition<Clockwork> condition = Clockwork.COMPILER.condition(text);

    assertThat(walked(condition, subject))
        .as(text + " of " + subject)
        .isEqualTo(scanned(condition, subject));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theNextTurnIsTheFirstChange(
      @ForAll("conditions") String text, @ForAll("subjects") Clockwork subject) {
    Condition<Clockwork> condition = Clockwork.COMPILER.condition(text);
    long first = scanned(condition, subject).stream().findFirst().orElse(Motion.NEVER);

    assertThat(condition.turns(subject, END)).isEqualTo(first);
  }

  @Example
  void whatOnlyEventsChangeNeverFlips() {
    var condition = Clockwork.COMPILER.condition("visits.all >= 2 && visits.all * 2 < 9");

    assertThat(condition.flips(subject())).isEqualTo(Motion.NEVER);
  }

  @Example
  void whatFailsForAnotherReasonWaitsForThat() {
    var condition = Clockwork.COMPILER.condition("visits.all > 99 && idle.days > 3");
    var alternative = Clockwork.COMPILER.condition("visits.all < 99 || idle.days > 3");

    assertThat(condition.flips(subject())).isEqualTo(Motion.NEVER);
    assertThat(alternative.flips(subject())).isEqualTo(Motion.NEVER);
  }

  @Example
  void aComparisonWithAConstantIsSolvedForInOneStep() {
    var condition = Clockwork.COMPILER.solvable("0.30 > alive && visits.all > 0");

    assertThat(condition.flips(subject())).isBetween(START + 60, START + 70);
  }

  @Example
  void whatMovesAllTheTimeIsComparedOnlyWithConstantsWhereItIsSolvedFor() {
    assertUnsolvable("idle.days > 3 && alive < idle.days", 18, "alive");
    assertUnsolvable("alive < 0.3 && alive + 1 < 1.5", 16, "alive");
    assertUnsolvable("known(warmth(alive))", 14, "alive");
    assertUnsolvable("idle.days > 3 ? alive < 0.3 : 1 < 1 / alive", 39, "alive");
    assertUnsolvable("warmth(idle.days) < warmth(2)", 1, "warmth(idle.days)");
    assertUnsolvable("warmth(alive) < 0.3", 8, "alive");
    assertUnsolvable("cameWithin(alive)", 12, "alive");

    assertThat(Clockwork.COMPILER.solvable("known(alive) && alive < 0.3").flips(subject()))
        .isBetween(START + 60, START + 70);
    assertThat(Clockwork.COMPILER.solvable("!(alive >= 0.3) || warmth(100) < 30").variables())
        .containsExactly("alive");
    assertThat(Clockwork.COMPILER.solvable("warmth(idle.days) < 2 && known(mood)").functions())
        .containsExactly("warmth");
  }

  @Example
  void aMotionThatStandsStillIsRefused() {
    var stuck = Variable.<Clockwork>number("stuck", c -> 1).moving(Clockwork::now);
    var compiler = new ConditionCompiler<>(Clockwork.VOCABULARY.with(List.of(stuck)));

    assertThatThrownBy(() -> compiler.condition("stuck > 2").turns(subject(), END))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("stuck > 2 does not get past 100");
  }

  private static Clockwork subject() {
    return new Clockwork(START, 150, List.of(80L, 95L), START);
  }

  private static void assertUnsolvable(String text, int column, String what) {
    assertThat(Clockwork.COMPILER.condition(text).source()).isEqualTo(text);
    assertThatThrownBy(() -> Clockwork.COMPILER.solvable(text))
        .isInstanceOfSatisfying(
            ConditionException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessageStartingWith(what + " changes all the time")
        .hasMessageEndingWith("compared with a constant, as in " + what + " < 0.30");
  }

  private static List<Long> walked(Condition<Clockwork> condition, Clockwork subject) {
    List<Long> changes = new ArrayList<>();
    Clockwork view = subject;
    long flip = condition.flips(view);
    while (flip <= END) {
      assertThat(flip).isGreaterThan(view.now());
      Truth before = condition.test(view);
      view = view.at(flip);
      if (condition.test(view) != before) {
        changes.add(flip);
      }
      flip = condition.flips(view);
    }
    return changes;
  }

  private static List<Long> scanned(Condition<Clockwork> condition, Clockwork subject) {
    List<Long> changes = new ArrayList<>();
    for (long instant = START + 1; instant <= END; instant++) {
      if (condition.test(subject.at(instant)) != condition.test(subject.at(instant - 1))) {
        changes.add(instant);
      }
    }
    return changes;
  }

  @Provide
  Arbitrary<Clockwork> subjects() {
    Arbitrary<Long> instants = Arbitraries.longs().between(0, START);
    return Combinators.combine(
            instants.injectDuplicates(0.1).map(seen -> seen < 5 ? -1 : seen),
            Arbitraries.longs().between(60, 300),
            instants.list().ofMaxSize(5).map(visits -> visits.stream().sorted().toList()))
        .as((seen, due, visits) -> new Clockwork(seen, due, visits, START));
  }

  @Provide
  Arbitrary<String> conditions() {
    return Arbitraries.randomValue(random -> condition(random, 2));
  }

  private static String condition(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    if (kind == 0) {
      return leaf(random);
    }
    String first = condition(random, depth - 1);
    String second = condition(random, depth - 1);
    return switch (kind) {
      case 1 -> "(%s) %s (%s)".formatted(first, of(random, "&&", "||", "=="), second);
      case 2 -> "!(%s)".formatted(first);
      default -> "(%s) ? (%s) : (%s)".formatted(first, second, leaf(random));
    };
  }

  private static String leaf(Random random) {
    String comparison = of(random, ">=", ">", "<", "<=", "==", "!=");
    int limit = random.nextInt(random.nextBoolean() ? 3 : 10);
    return switch (random.nextInt(7)) {
      case 0 -> "%s %s %s".formatted(moving(random), comparison, moving(random));
      case 1 -> "alive %s %s".formatted(comparison, of(random, "0.25", "0.5", "0.11", "2", "0"));
      case 2 -> "idle.days in [%d, due.days]".formatted(limit);
      case 3 -> "cameWithin(%d)".formatted(limit);
      case 4 ->
          of(random, "overdue", "mood == 'calm'", "known(idle.days)", "cameWithin(idle.days)");
      default -> "%s %s %d".formatted(moving(random), comparison, limit);
    };
  }

  private static String moving(Random random) {
    return of(
        random,
        "idle.days",
        "due.days",
        "visits.window",
        "visits.all",
        "warmth(10)",
        "warmth(visits.window)",
        "warmth(idle.days)",
        "10 * alive",
        "(overdue ? idle.days : due.days)",
        "idle.days - visits.window");
  }

  private static String of(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }
}
