package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of a topic's settings, at and beside each limit. */
class TopicSettingsTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  @ParameterizedTest
  @CsvSource({
    "CART, LogAppendTime, OK",
    "CART, CreateTime, WARNING",
    "RULES, CreateTime, WARNING",
    "RULES, LogAppendTime, OK"
  })
  void whatIsReadCarriesTheTimeOfItsArrival(Topics topic, String type, Verdict verdict) {
    assertThat(only(new StampCheck(), Known.topic(topic, "message.timestamp.type", type)))
        .isEqualTo(verdict);
  }

  @Test
  void whatIsWrittenMayCarryAnyTime() {
    assertThat(
            Known.found(
                new StampCheck(),
                Known.topic(Topics.TRIGGERS, "message.timestamp.type", "CreateTime")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CART, delete, OK",
    "CART, compact, WRONG",
    "CART, 'compact,delete', WRONG",
    "RULES, compact, OK",
    "RULES, delete, WRONG",
    "PROFILES, 'compact,delete', WRONG",
    "PROFILES, compact, OK",
    "DEAD_LETTERS, compact, WRONG"
  })
  void topicsForgetAsTheWireSays(Topics topic, String policy, Verdict verdict) {
    assertThat(only(new CleanupCheck(), Known.topic(topic, "cleanup.policy", policy)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"259199999, WARNING", "259200000, NOTE", "259200001, NOTE", "-1, OK"})
  void inputsOutliveAnOutageOfThreeDays(long millis, Verdict verdict) {
    assertThat(only(new RetentionCheck(), Known.topic(Topics.CART, "retention.ms", "" + millis)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"-1, NOTE", "0, OK", "1, OK"})
  void inputsReachBackAsFarAsTheRulesDo(long beyond, Verdict verdict) {
    long need = Known.told().need().orElseThrow().reach().toMillis();

    assertThat(need).isGreaterThan(3 * DAY);
    assertThat(
            only(
                new RetentionCheck(),
                Known.topic(Topics.CART, "retention.ms", "" + (need + beyond))))
        .isEqualTo(verdict);
  }

  @Test
  void aBoundOnBytesIsNamed() {
    assertThat(
            Known.found(
                new RetentionCheck(),
                Known.topic(Topics.CART, "retention.ms", "-1", "retention.bytes", "1000")))
        .extracting(Finding::check)
        .containsExactly("retention.ms", "retention.bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "86399999, WARNING",
    "86400000, OK",
    "1209600000, OK",
    "1209600001, NOTE",
    "-1, NOTE"
  })
  void whatIsSaidOfCustomersIsKeptForOneToFourteenDays(long millis, Verdict verdict) {
    assertThat(only(new KeepingCheck(), Known.topic(Topics.TRIGGERS, "retention.ms", "" + millis)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"604799999, OK", "604800000, OK", "604800001, WARNING"})
  void anErasedProfileIsGoneWithinSevenDays(long millis, Verdict verdict) {
    assertThat(verdictsOfProfiles("max.compaction.lag.ms", millis))
        .containsExactly(verdict, Verdict.OK);
  }

  @ParameterizedTest
  @CsvSource({"86399999, WARNING", "86400000, OK", "86400001, OK"})
  void anErasureCanBeHeardOfForADay(long millis, Verdict verdict) {
    assertThat(verdictsOfProfiles("delete.retention.ms", millis))
        .containsExactly(Verdict.OK, verdict);
  }

  @Test
  void aMendingCommandNamesBrokersTopicAndSetting() {
    assertThat(
            Known.found(new StampCheck(), Known.topic(Topics.CART, "message.timestamp.type", "x")))
        .extracting(finding -> finding.advice().mend())
        .containsExactly(
            "kafka-configs.sh --bootstrap-server b:1 --alter --entity-type topics"
                + " --entity-name kairos.cart --add-config message.timestamp.type=LogAppendTime");
  }

  private static List<Verdict> verdictsOfProfiles(String key, long millis) {
    return Known.found(new CompactionCheck(), Known.topic(Topics.PROFILES, key, "" + millis))
        .stream()
        .map(Finding::verdict)
        .toList();
  }

  private static Verdict only(Check.TopicCheckUp check, SeenTopic topic) {
    List<Finding> findings = Known.found(check, topic);
    assertThat(findings).hasSize(1);
    return findings.get(0).verdict();
  }
}
