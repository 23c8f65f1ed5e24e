package io.kairos.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.torture.oracle.ExpectedTrigger;
import io.kairos.wire.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
  private static final long UNTIL = 1_000;

  @Test
  void isCleanWhenWhatWentOutIsWhatMustHave() {
    Verdict verdict = judge(Guarantee.EXACTLY_ONCE, List.of(expected("a", 5)), seen("a", 5));
    assertThat(verdict.isClean()).isTrue();
    assertThat(verdict.expected()).isEqualTo(1);
    assertThat(verdict.seen()).isEqualTo(1);
  }

  @Test
  void findsWhatIsLost() {
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(expected("a", 5)));
    assertThat(verdict.lost()).extracting(Difference::id).containsExactly("a");
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void findsWhatMustNotHaveGoneOut() {
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(), seen("a", UNTIL));
    assertThat(verdict.unexpected()).extracting(Difference::id).containsExactly("a");
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void doesNotAskForWhatWasReleasedLater() {
    assertThat(judge(Guarantee.AT_LEAST_ONCE, List.of(), seen("a", UNTIL + 1)).isClean()).isTrue();
  }

  @Test
  void findsAnotherPayload() {
    Sighting other = sighting(Triggers.send("a", 5).setOffer("another").build(), null);
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(expected("a", 5)), other);
    assertThat(verdict.wrong()).extracting(Difference::id).containsExactly("a");
    assertThat(verdict.lost()).isEmpty();
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void tellsWhatWasSeenByWhatIsReadAgain() {
    Sighting other = sighting(Triggers.send("a", 5).setOffer("another").build(), null);
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(expected("a", 5)), other);
    assertThat(verdict.wrong().get(0).expected()).contains("\"offer\": \"offer\"");
    assertThat(verdict.wrong().get(0).seen()).isEqualTo("the record (at 2/7, 1 times)");
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatIsWrongBesideThePayload(Flaw flaw) {
    Sighting flawed = sighting(Triggers.send("a", 5).build(), flaw);
    Verdict verdict = judge(Guarantee.EXACTLY_ONCE, List.of(expected("a", 5)), flawed);
    assertThat(verdict.wrong()).extracting(Difference::expected).containsExactly(flaw.demand());
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void findsItAlsoInWhatWasReleasedLater() {
    Sighting flawed = sighting(Triggers.send("a", UNTIL + 1).build(), Flaw.AHEAD);
    assertThat(judge(Guarantee.AT_LEAST_ONCE, List.of(), flawed).wrong()).hasSize(1);
  }

  @Test
  void allowsARepeatOnlyAtLeastOnce() {
    List<ExpectedTrigger> expected = List.of(expected("a", 5));
    Sighting seen = seen("a", 5);
    Sighting repeated = seen.again(seen.payload(), null);
    assertThat(judge(Guarantee.AT_LEAST_ONCE, expected, repeated).isClean()).isTrue();
    assertThat(judge(Guarantee.AT_LEAST_ONCE, expected, repeated).repeated()).isEqualTo(1);
    assertThat(judge(Guarantee.EXACTLY_ONCE, expected, repeated).tooOften()).hasSize(1);
  }

  @Test
  void findsARepeatThatDiffersFromItsFirst() {
    Sighting contradicted = seen("a", 5).again(Sha256.of(new byte[] {1}), null);
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(expected("a", 5)), contradicted);
    assertThat(verdict.contradicted()).extracting(Difference::id).containsExactly("a");
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void passesOverACustomerWhomTheReferenceDoesNotCover() {
    Stream<Expectation> twenty = Stream.concat(uncovered(), covered(19));
    Verdict verdict = Verdict.of(Guarantee.AT_LEAST_ONCE, twenty, sightings(seen("a", 5)), UNTIL);
    assertThat(verdict.customers()).isEqualTo(20);
    assertThat(verdict.unjudged()).isEqualTo(1);
    assertThat(verdict.seen()).isZero();
    assertThat(verdict.isClean()).isTrue();
  }

  @Test
  void isNotCleanWhenTheReferenceCoversTooFew() {
    Stream<Expectation> nineteen = Stream.concat(uncovered(), covered(18));
    assertThat(Verdict.of(Guarantee.AT_LEAST_ONCE, nineteen, sightings(), UNTIL).isClean())
        .isFalse();
  }

  @Test
  void tellsOfTheFirstTwoHundredAndCountsAll() {
    List<ExpectedTrigger> many =
        IntStream.rangeClosed(0, Differences.TOLD).mapToObj(i -> expected("t" + i, i)).toList();
    List<Difference> lost = judge(Guarantee.AT_LEAST_ONCE, many).lost();
    assertThat(lost).hasSize(Differences.TOLD + 1);
    assertThat(lost.get(Differences.TOLD - 1).expected()).contains("\"offer\": \"offer\"");
    assertThat(lost.get(Differences.TOLD).expected())
        .isEqualTo("not told, as one of more than 200");
  }

  private static Stream<Expectation> uncovered() {
    return Stream.of(new Expectation(Triggers.CUSTOMER, List.of(), "too much"));
  }

  private static Stream<Expectation> covered(int customers) {
    return IntStream.range(0, customers).mapToObj(i -> new Expectation("c" + i, List.of(), null));
  }

  private static Verdict judge(
      Guarantee guarantee, List<ExpectedTrigger> expected, Sighting... seen) {
    Expectation anna = new Expectation(Triggers.CUSTOMER, expected, null);
    return Verdict.of(guarantee, Stream.of(anna), sightings(seen), UNTIL);
  }

  private static Sightings sightings(Sighting... seen) {
    return new Sightings(
        Arrays.stream(seen).collect(Collectors.toMap(Sighting::id, Function.identity())),
        place -> "the record");
  }

  private static ExpectedTrigger expected(String id, long time) {
    Trigger trigger = Triggers.send(id, time).build();
    String payload = Sha256.of(Triggers.bytes(trigger)).hex();
    return new ExpectedTrigger(id, Triggers.CUSTOMER, "rule", time, payload, trigger);
  }

  private static Sighting seen(String id, long time) {
    return sighting(Triggers.send(id, time).build(), null);
  }

  private static Sighting sighting(Trigger trigger, Flaw flaw) {
    return Sighting.first(trigger, new Place(2, 7), Sha256.of(Triggers.bytes(trigger)), flaw);
  }
}
