package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.wire.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found of the records of the inputs, at and beside each limit. */
class RecordsTest {

  @ParameterizedTest
  @CsvSource({
    "CLICKSTREAM, 5000, NOTE",
    "CLICKSTREAM, 5001, WARNING",
    "ORDERS, 100, NOTE",
    "ORDERS, 101, WARNING"
  })
  void onlyTheClickstreamHasManyRecordsOfNobody(Topics topic, int anonymous, Verdict verdict) {
    Sample sample =
        Samples.refused(topic, 10_000 - anonymous, RejectionReason.ANONYMOUS, anonymous);

    assertThat(new AnonymousCheck().look(sample, Known.sound().installation()))
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @Test
  void recordsOfNobodyAreNotRefused() {
    Sample sample = Samples.refused(Topics.CART, 10, RejectionReason.ANONYMOUS, 10);

    assertThat(new RefusedCheck().look(sample, Known.sound().installation()))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "9, NOTE",
    "10, WARNING",
    "11, WARNING",
    "999, WARNING",
    "1000, WRONG",
    "1001, WRONG"
  })
  void theMoreRecordsAreRefusedTheWorse(int refused, Verdict verdict) {
    Sample sample =
        Samples.refused(Topics.CART, 10_000 - refused, RejectionReason.UNKNOWN_CURRENCY, refused);

    assertThat(new RefusedCheck().look(sample, Known.sound().installation()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(verdict))
        .satisfies(finding -> assertThat(finding.found()).contains("UNKNOWN_CURRENCY"))
        .satisfies(finding -> assertThat(finding.advice().mend()).contains("shop.currency"));
  }

  @ParameterizedTest
  @EnumSource(RejectionReason.class)
  void eachReasonHasARemedy(RejectionReason reason) {
    assertThat(Remedy.of(reason)).isNotBlank();
  }

  @Test
  void aFloodIsWrong() {
    Sample sample = Samples.stamped(new Sample.Stamps(true, 0, 1), 0);

    assertThat(new RefusedCheck().look(sample, Known.sound().installation()))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.WRONG);
  }

  @Test
  void anEmptyTopicIsNotJudged() {
    Sample sample = Samples.late(0, 0, 0);

    assertThat(new RefusedCheck().look(sample, Known.sound().installation()))
        .extracting(Finding::found)
        .containsExactly("empty");
    assertThat(lateness(sample)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"9990, 10, NOTE", "9989, 11, WARNING"})
  void oneEventInAThousandMayBeLate(int onTime, int late, Verdict verdict) {
    assertThat(lateness(Samples.late(onTime, late, 2_001)))
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @ParameterizedTest
  @CsvSource({"999, NOTE", "1000, WARNING"})
  void fewEventsProposeNothing(int events, Verdict verdict) {
    assertThat(lateness(Samples.late(events - 100, 100, 3_000)))
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @Test
  void theSmallestBoundThatIsEnoughForAllTopicsIsProposed() {
    assertThat(lateness(Samples.late(1_000, 100, 2_500), Samples.late(1_000, 100, 7_000)))
        .extracting(finding -> finding.advice().mend())
        .allMatch(mend -> mend.startsWith("time.lateness=10 s"))
        .allMatch(mend -> mend.endsWith("every trigger then waits 8.0 s longer"))
        .hasSize(2);
  }

  @Test
  void whereNoBoundHelpsTheProducerIsNamed() {
    assertThat(lateness(Samples.late(1_000, 100, 3_600_001)))
        .extracting(finding -> finding.advice().mend())
        .singleElement()
        .asString()
        .contains("no bound", "producer");
  }

  @Test
  void aBoundThatIsLongerThanNeededIsNoted() {
    assertThat(lateness(Samples.late(1_000, 0, 0)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.NOTE))
        .satisfies(
            finding -> assertThat(finding.advice().mend()).startsWith("time.lateness=500 ms"));
  }

  @Test
  void producersStampsProposeNoShorterBound() {
    Sample sample = Samples.stamped(new Sample.Stamps(false, 0, 0), new long[1_000]);

    assertThat(lateness(sample)).extracting(Finding::verdict).containsExactly(Verdict.OK);
  }

  @ParameterizedTest
  @CsvSource({"-1000, 0, ", "-1001, 1, WARNING"})
  void eventsAheadOfTheirArrivalByMoreThanSkewAreNamed(
      long lateness, int findings, Verdict verdict) {
    Sample sample = Samples.stamped(Samples.APPENDED, lateness, 5);

    assertThat(new AheadCheck().look(sample, Known.sound().installation()))
        .hasSize(findings)
        .allMatch(finding -> finding.verdict() == verdict);
  }

  private static List<Finding> lateness(Sample... samples) {
    return new LatenessCheck().look(Known.sound().with(samples).installation());
  }
}
