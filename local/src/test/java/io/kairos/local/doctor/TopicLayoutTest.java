package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kairos.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of how topics lie on the brokers, and whether they are there. */
class TopicLayoutTest {

  @ParameterizedTest
  @CsvSource({"1, OK", "2, WRONG", "3, WRONG"})
  void rulesHaveOnePartition(int partitions, Verdict verdict) {
    Known known =
        Known.sound()
            .with(Known.layout(Topics.RULES, new SeenTopic.Layout(partitions, 3, Set.of(), 0)));

    assertThat(new PartitionCheck().look(known.installation()))
        .filteredOn(finding -> finding.subject().equals("kairos.rules"))
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @Test
  void inputsWithDifferentNumbersOfPartitionsAreNamed() {
    Known known =
        Known.sound().with(Known.layout(Topics.CART, new SeenTopic.Layout(6, 3, Set.of(), 0)));

    assertThat(new PartitionCheck().look(known.installation()))
        .filteredOn(finding -> finding.subject().equals("kairos.cart"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.NOTE))
        .satisfies(finding -> assertThat(finding.found()).contains("6, where", "orders has 12"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, NOTE, OK",
    "1, 2, 1, WARNING, OK",
    "2, 2, 1, NOTE, OK",
    "2, 2, 2, NOTE, WARNING",
    "3, 3, 1, OK, WARNING",
    "3, 3, 2, OK, OK",
    "3, 3, 3, OK, WARNING",
    "3, 3, 4, OK, WARNING"
  })
  void aTopicOutlivesABrokerAndIsWrittenMeanwhile(
      int replicas, int brokers, int inSync, Verdict ofReplicas, Verdict ofInSync) {
    SeenTopic topic =
        Known.layout(
            Topics.CART,
            new SeenTopic.Layout(12, replicas, Set.of(), 0),
            "min.insync.replicas",
            "" + inSync);
    Cluster cluster = new Cluster("c", brokers, Map.of(), Optional.empty());

    assertThat(new ReplicationCheck().look(topic, Known.sound().with(cluster).installation()))
        .extracting(Finding::verdict)
        .containsExactly(ofReplicas, ofInSync);
  }

  @Test
  void partitionsWithoutALeaderOrWithOneThatIsAloneAreNamed() {
    SeenTopic topic =
        Known.layout(
            Topics.CART,
            new SeenTopic.Layout(12, 3, Set.of(7), 2),
            "unclean.leader.election.enable",
            "true");

    assertThat(Known.found(new ReplicationCheck(), topic))
        .extracting(Finding::check, Finding::verdict)
        .contains(
            tuple("leaders", Verdict.WRONG),
            tuple("leaders", Verdict.WARNING),
            tuple("unclean.leader.election.enable", Verdict.WARNING));
  }

  @ParameterizedTest
  @CsvSource({"1114111, WRONG", "1114112, OK", "1114113, OK"})
  void deadLettersHaveRoomForTheLargestRecordThatTheJobTakesAndItsFrame(
      long room, Verdict verdict) {
    Known known =
        Known.sound().with(Known.topic(Topics.DEAD_LETTERS, "max.message.bytes", "" + room));

    assertThat(new RecordSizeCheck().look(known.installation()).get(0).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"1048576, OK", "1114112, OK", "1114113, NOTE"})
  void anInputThatTakesMoreThanTheJobIsNamed(long bytes, Verdict verdict) {
    Known known = Known.sound().with(Known.topic(Topics.CART, "max.message.bytes", "" + bytes));

    assertThat(new RecordSizeCheck().look(known.installation()))
        .filteredOn(finding -> finding.subject().equals("kairos.cart"))
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @Test
  void aMissingTopicComesWithTheCommandThatMakesIt() {
    List<SeenTopic> others =
        Known.sound().topics().stream().filter(one -> one.topic() != Topics.RULES).toList();
    Installation at =
        new Installation(
            Known.told(),
            Known.THREE_BROKERS,
            new TopicsThere(others, List.of(Topics.RULES), List.of()),
            Known.OPEN,
            List.of());

    assertThat(new ThereCheck().look(at))
        .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.advice().mend())
                    .contains(
                        "--create --topic kairos.rules --partitions 1 --replication-factor 3",
                        " --config cleanup.policy=compact",
                        " --config message.timestamp.type=LogAppendTime",
                        " --config min.insync.replicas=2"));
  }

  @Test
  void aReservedTopicThatIsMissingIsNothingWrong() {
    Installation at =
        new Installation(
            Known.told(),
            Known.THREE_BROKERS,
            new TopicsThere(List.of(), List.of(Topics.FEEDBACK), List.of(Topics.CART)),
            Known.OPEN,
            List.of());

    assertThat(new ThereCheck().look(at))
        .extracting(Finding::subject, Finding::verdict)
        .containsExactly(
            tuple("kairos.feedback", Verdict.NOTE), tuple("kairos.cart", Verdict.WRONG));
  }

  @Test
  void settingsThatCannotBeSeenAreNamedAndNotJudged() {
    SeenTopic sound = Known.topic(Topics.PROFILES);
    SeenTopic hidden =
        new SeenTopic(
            sound.topic(), sound.name(), sound.layout(), Optional.empty(), sound.rights());

    assertThat(Known.found(new SettingsCheck(), hidden))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.NOTE);
    for (Check.TopicCheckUp check :
        List.<Check.TopicCheckUp>of(
            new CleanupCheck(), new CompactionCheck(), new StampCheck(), new KeepingCheck())) {
      assertThat(Known.found(check, hidden)).isEmpty();
    }
  }
}
