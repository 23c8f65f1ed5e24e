package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.fact.Kept;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a run knows of its steps and its variant, in state and out of it. */
class RunTest {
  private static final long START = 1_773_142_200_000L;
  private static final String BEGUN = "417202" + "01" + "80bb96f89a67";
  private static final String EVENT = "a039a9bbc79d44e5";
  private static final Step FIRST = step("first", 0);
  private static final Step SECOND = step("second", 1);
  private static final List<Step> STEPS = List.of(FIRST, SECOND);

  @Test
  void aRunThatHasJustBegunTakesNoMoreThanInAnEarlierBuild() {
    assertThat(hex(run(Progress.of(0)))).isEqualTo(BEGUN + "0000" + EVENT);
    assertThat(unpacked(BEGUN + "0000" + EVENT)).isEqualTo(run(Progress.of(0)));
  }

  @Test
  void aStepThatIsDecidedTakesFiveBytes() {
    Run decided = run(Progress.of(0)).deciding(FIRST);

    assertThat(hex(decided)).isEqualTo(BEGUN + "1001c4cbd37c" + EVENT);
  }

  @Test
  void whatAnEarlierBuildWroteIsKnownByPlace() {
    Run read = unpacked(BEGUN + "0201" + EVENT + "02" + "0101fabbbd2b");

    assertThat(read.isDecided(FIRST)).isTrue();
    assertThat(read.isDecided(SECOND)).isFalse();
    assertThat(read.progress().isHeld(FIRST.name())).isFalse();
    assertThat(read.progress().heldUntil(SECOND.name())).isEqualTo(1_773_187_792_317L);
    assertThat(read.progress().variant()).isEqualTo(2);
    assertThat(unpacked(hex(read))).isEqualTo(read);
  }

  @Test
  void aRuleTellsTheNames() {
    Progress read = unpacked(BEGUN + "0201" + EVENT + "02" + "0101fabbbd2b").progress();
    int b = Name.of("b", 2).mark();

    Progress named = read.named(b, STEPS);

    assertThat(read.isNamed()).isFalse();
    assertThat(named.isNamed()).isTrue();
    assertThat(named)
        .isEqualTo(
            Progress.of(b)
                .deciding(FIRST.name())
                .holding(SECOND.name(), 1_773_187_792_317L, START));
  }

  @Test
  void aPlaceAtWhichTheRuleHasNoStepIsNone() {
    Progress read = unpacked(BEGUN + "0004" + EVENT).progress();

    assertThat(read.named(0, STEPS)).isEqualTo(Progress.of(0));
  }

  @Property
  void bytesHoldAllOfIt(
      @ForAll @IntRange(min = 0, max = 3) int variant,
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 15) Integer> decided,
      @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 15) Integer> held) {
    Progress progress = Progress.of(variant == 0 ? 0 : Name.of("v" + variant, variant).mark());
    for (int i : held) {
      progress = progress.holding(named(i), START + i, START);
    }
    for (int i : decided) {
      progress = progress.deciding(named(i));
    }

    Run run = run(progress);

    assertThat(unpacked(hex(run))).isEqualTo(run);
    for (int i = 0; i < Plan.MOST_STEPS; i++) {
      assertThat(progress.isDecided(named(i))).isEqualTo(decided.contains(i));
      assertThat(progress.isHeld(named(i))).isEqualTo(held.contains(i) && !decided.contains(i));
    }
  }

  @Property
  void everyBitOfAnEarlierBuildIsAPlace(@ForAll @IntRange(min = 0, max = 0xffff) int bits) {
    Decided decided = Decided.ofBits(bits);

    for (int i = 0; i < Plan.MOST_STEPS; i++) {
      assertThat(decided.has(named(i))).isEqualTo((bits & 1 << i) != 0);
    }
  }

  @Test
  void remembersAsManyStepsAgainOfEarlierFiles() {
    Decided decided = Decided.NOTHING;
    for (int i = 0; i <= Decided.MOST; i++) {
      decided = decided.with(named(i));
    }

    assertThat(decided.size()).isEqualTo(32);
    assertThat(decided.has(named(0))).isFalse();
    assertThat(IntStream.rangeClosed(1, 32).mapToObj(RunTest::named)).allMatch(decided::has);
  }

  @Test
  void whatIsOverIsHeldNoMore() {
    Progress progress =
        Progress.of(0).holding(named(0), 10, 5).holding(named(1), 20, 10).holding(named(2), 30, 11);

    assertThat(progress.isHeld(named(0))).isFalse();
    assertThat(progress.isHeld(named(1))).isTrue();
    assertThat(progress.isHeld(named(2))).isTrue();
  }

  private static Name named(int number) {
    return Name.of("s" + number, number);
  }

  private static Step step(String id, int place) {
    return new Step(Name.of(id, place), null, List.of(), List.of());
  }

  private static Run run(Progress progress) {
    return new Run("r", 1, "", true, "@" + EVENT, START, progress, Kept.NOTHING);
  }

  private static String hex(Run run) {
    Packer packed = new Packer();
    run.pack(packed);
    return HexFormat.of().formatHex(packed.toBytes());
  }

  private static Run unpacked(String hex) {
    return Run.unpack(new Unpacker(HexFormat.of().parseHex(hex)));
  }
}
