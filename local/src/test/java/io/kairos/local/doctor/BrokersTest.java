package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of the brokers, and of how far the job has come. */
class BrokersTest {

  @ParameterizedTest
  @CsvSource({"0, NOTE", "1, NOTE", "2, OK", "3, OK"})
  void transactionsAreFencedFromLevelTwoOn(short level, Verdict verdict) {
    Cluster cluster = new Cluster("c", 3, Map.of("transaction.version", level), Optional.empty());

    assertThat(verdicts(new FeatureCheck(), Known.sound().with(cluster))).containsExactly(verdict);
  }

  @Test
  void brokersThatKnowNoFeaturesAreOld() {
    Cluster cluster = new Cluster("c", 3, Map.of(), Optional.empty());

    assertThat(verdicts(new FeatureCheck(), Known.sound().with(cluster)))
        .containsExactly(Verdict.NOTE);
  }

  @ParameterizedTest
  @CsvSource({
    "899999, 604799999, NOTE, NOTE",
    "900000, 604800000, OK, OK",
    "900001, 604800001, OK, OK"
  })
  void transactionsLastAsLongAsByDefault(
      String timeout, String expiration, Verdict ofTimeout, Verdict ofExpiration) {
    Settings settings =
        new Settings(
            Map.of(
                "transaction.max.timeout.ms", timeout,
                "transactional.id.expiration.ms", expiration));
    Cluster cluster = new Cluster("c", 3, Map.of(), Optional.of(settings));

    assertThat(verdicts(new TransactionCheck(), Known.sound().with(cluster)))
        .containsExactly(ofTimeout, ofExpiration);
  }

  @Test
  void brokersWhoseSettingsAreHiddenAreNotJudged() {
    Cluster cluster = new Cluster("c", 3, Map.of(), Optional.empty());

    assertThat(verdicts(new TransactionCheck(), Known.sound().with(cluster)))
        .containsExactly(Verdict.NOTE);
  }

  @ParameterizedTest
  @CsvSource({"-5, OK", "999, OK", "1000, OK", "1001, WARNING"})
  void brokersMayRunAheadBySkew(long ahead, Verdict verdict) {
    Sample sample = Samples.stamped(new Sample.Stamps(true, ahead, 0), 0);

    assertThat(verdicts(Check.ofSamples(new ClockCheck()), Known.sound().with(sample)))
        .containsExactly(verdict);
  }

  @Test
  void producersStampsSayNothingOfTheBrokersClocks() {
    Sample sample = Samples.stamped(new Sample.Stamps(false, 9_999_999, 0), 0);

    assertThat(verdicts(Check.ofSamples(new ClockCheck()), Known.sound().with(sample))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, NOTE", "12, 0, 0, OK", "12, 100, 0, OK", "12, 100, 1, WRONG"})
  void recordsThatWereDeletedUnreadAreWrong(
      int committed, long behind, long lost, Verdict verdict) {
    Access access =
        new Access(
            Access.Guard.NONE,
            Optional.empty(),
            Optional.of(List.of(new Reading("kairos.cart", committed, behind, lost))));

    assertThat(verdicts(new BacklogCheck(), Known.sound().with(access))).containsExactly(verdict);
  }

  private static List<Verdict> verdicts(Check check, Known known) {
    return check.look(known.installation()).stream().map(Finding::verdict).toList();
  }
}
