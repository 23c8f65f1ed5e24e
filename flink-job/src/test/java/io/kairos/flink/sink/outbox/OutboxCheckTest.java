package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.DeliveryConfig;
import io.kairos.flink.config.Unproven;
import java.time.Duration;
import java.util.List;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutboxCheckTest {
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final DeliveryConfig WANTED =
      new DeliveryConfig(DeliveryGuarantee.EXACTLY_ONCE, 1, 3, WEEK, Unproven.REFUSE);

  @Test
  void takesBrokersThatAreJustGoodEnough() {
    assertThat(OutboxCheck.findings(brokers(2, 900_000, WEEK, 3, 2, false), WANTED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 900000, 0, 3, 2, false, transaction.version is 1",
    "2, 899999, 0, 3, 2, false, transaction.max.timeout.ms of a broker is 899999",
    "2, 900000, -1, 3, 2, false, offsets.retention.minutes of a broker is 10079",
    "2, 900000, 0, 2, 2, false, t has 2 replicas",
    "2, 900000, 0, 3, 1, false, min.insync.replicas of t is 1",
    "2, 900000, 0, 3, 2, true, unclean.leader.election.enable of t is true"
  })
  void refusesWhatIsOneShort(
      int version,
      long timeout,
      long retention,
      int replicas,
      int inSync,
      boolean unclean,
      String finding) {
    assertThat(
            OutboxCheck.findings(
                brokers(version, timeout, WEEK + retention, replicas, inSync, unclean), WANTED))
        .singleElement()
        .asString()
        .startsWith(finding);
  }

  @Test
  void oneReplicaIsEnoughWhereOneIsWanted() {
    DeliveryConfig local =
        new DeliveryConfig(DeliveryGuarantee.EXACTLY_ONCE, 1, 1, WEEK, Unproven.REFUSE);

    assertThat(OutboxCheck.findings(brokers(2, 900_000, WEEK, 1, 1, false), local)).isEmpty();
  }

  @Test
  void saysWhoseSettingIsTooLowAndWhatMendsIt() {
    assertThat(OutboxCheck.findings(receipts(ConfigResource.Type.TOPIC), WANTED))
        .containsExactly(
            "min.insync.replicas of __consumer_offsets is 1; with 3 replicas it must be at least 2."
                + " Run: kafka-configs.sh --bootstrap-server ... --alter --entity-type topics"
                + " --entity-name __consumer_offsets --add-config min.insync.replicas=2");
    assertThat(OutboxCheck.findings(receipts(ConfigResource.Type.BROKER), WANTED))
        .singleElement()
        .asString()
        .startsWith(
            "min.insync.replicas of a broker is 1, by which __consumer_offsets goes; with 3"
                + " replicas it must be at least 2. Raise it there.")
        .contains("DescribeConfigs");
  }

  private static Brokers receipts(ConfigResource.Type of) {
    Brokers.InSync one = new Brokers.InSync(1, "min.insync.replicas", of);
    return new Brokers(
        2, 900_000, WEEK, List.of(new Brokers.Topic("__consumer_offsets", 3, one, false)));
  }

  private static Brokers brokers(
      int version, long timeout, long retention, int replicas, int inSync, boolean unclean) {
    Brokers.InSync ofTopic =
        new Brokers.InSync(inSync, "min.insync.replicas", ConfigResource.Type.TOPIC);
    return new Brokers(
        version, timeout, retention, List.of(new Brokers.Topic("t", replicas, ofTopic, unclean)));
  }
}
