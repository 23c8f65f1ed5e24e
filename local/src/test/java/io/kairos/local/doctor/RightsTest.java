package io.kairos.local.doctor;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Topics;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found of what the job may do. */
class RightsTest {

  private static Access guarded(Optional<Rights> group) {
    return new Access(Access.Guard.AUTHORIZER, group, Optional.of(List.of()));
  }

  private static List<Finding> ofTopic(Topics topic, Set<AclOperation> operations) {
    SeenTopic sound = Known.topic(topic);
    SeenTopic seen =
        new SeenTopic(
            topic,
            sound.name(),
            sound.layout(),
            sound.settings(),
            Optional.of(new Rights(operations)));
    return new RightsCheck()
        .look(seen, Known.sound().with(guarded(Optional.empty())).installation());
  }

  private static Set<AclOperation> needed(Topics topic, AclOperation... more) {
    Set<AclOperation> all = EnumSet.noneOf(AclOperation.class);
    all.addAll(Needed.by(topic));
    all.addAll(List.of(more));
    return all;
  }

  @ParameterizedTest
  @EnumSource(Topics.class)
  void whatIsNeededIsEnough(Topics topic) {
    assertThat(ofTopic(topic, needed(topic)))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OK);
  }

  @ParameterizedTest
  @CsvSource({"CART, READ, Read", "RULES, READ, Read", "TRIGGERS, WRITE, Write"})
  void whatIsMissingComesWithTheCommandThatGivesIt(
      Topics topic, AclOperation missing, String name) {
    Set<AclOperation> operations = needed(topic);
    operations.remove(missing);

    assertThat(ofTopic(topic, operations))
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.WRONG))
        .satisfies(
            finding ->
                assertThat(finding.advice().mend())
                    .endsWith(
                        "--allow-principal User:NAME --operation %s --topic %s"
                            .formatted(name, topic.name("kairos."))));
  }

  @ParameterizedTest
  @CsvSource({"RULES, WRITE", "CART, WRITE", "TRIGGERS, DELETE", "PROFILES, ALTER_CONFIGS"})
  void whatIsTooMuchIsNamed(Topics topic, AclOperation tooMuch) {
    assertThat(ofTopic(topic, needed(topic, tooMuch)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.WARNING))
        .satisfies(finding -> assertThat(finding.found()).contains(Rights.name(tooMuch)));
  }

  @Test
  void whereNobodyAsksNothingIsSaidOfRights() {
    SeenTopic topic = Known.topic(Topics.CART);

    assertThat(Known.found(new RightsCheck(), topic)).isEmpty();
    assertThat(new GroupCheck().look(Known.sound().installation())).isEmpty();
    assertThat(new GuardCheck().look(Known.sound().installation()))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.NOTE);
  }

  @Test
  void aGroupThatDoesNotExistYetCannotBeJudged() {
    assertThat(ofGroup(guarded(Optional.empty()))).isEqualTo(Verdict.NOTE);
  }

  @Test
  void aGroupNeedsReadAndDescribe() {
    assertThat(ofGroup(guarded(Optional.of(new Rights(Set.of(READ, DESCRIBE))))))
        .isEqualTo(Verdict.OK);
    assertThat(ofGroup(guarded(Optional.of(new Rights(Set.of(DESCRIBE, WRITE, ALTER))))))
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void aGroupThatMayNotBeSeenIsWrong() {
    assertThat(ofGroup(new Access(Access.Guard.AUTHORIZER, Optional.empty(), Optional.empty())))
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void theLoginSaysWhomToAllow() {
    Setup setup =
        Known.told(
            "kafka.security.protocol",
            "SASL_SSL",
            "kafka.sasl.mechanism",
            "SCRAM-SHA-512",
            "kafka.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"shop\" password=\"${env:PATH}\";");

    assertThat(setup.commands().allow(Set.of(READ), "--topic t"))
        .isEqualTo(
            "kafka-acls.sh --bootstrap-server b:1 --command-config admin.properties --add"
                + " --allow-principal User:shop --operation Read --topic t");
    assertThat(setup.commands().toString()).doesNotContain("PATH");
  }

  private static Verdict ofGroup(Access access) {
    List<Finding> findings = new GroupCheck().look(Known.sound().with(access).installation());
    assertThat(findings).hasSize(1);
    return findings.get(0).verdict();
  }
}
