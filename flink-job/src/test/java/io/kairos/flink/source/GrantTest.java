package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Topics;
import java.util.Arrays;
import java.util.Set;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class GrantTest {
  private static final Grant NEEDED =
      Grant.onTopic("kairos.cart", AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);

  @Test
  void whatIsMissingIsNamedAsACommand() {
    assertThat(NEEDED.without(Set.of(AclOperation.READ, AclOperation.DESCRIBE)).command())
        .endsWith(
            "--add --allow-principal User:... --operation DescribeConfigs --topic kairos.cart");
    assertThat(Grant.onGroup("kairos.job").command())
        .endsWith("--operation Read --group kairos.job");
  }

  @Test
  void whoMayDoAllOfItMissesNothing() {
    Set<AclOperation> all = Set.of(AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
    assertThat(NEEDED.without(all).isNothing()).isTrue();
  }

  @Test
  void aBrokerThatCannotTellIsBelieved() {
    assertThat(NEEDED.without(null).isNothing()).isTrue();
  }

  @Test
  void exactlyOnceTheJobMustReadTheTriggersForItsReceipts() {
    Grant triggers =
        Grant.onTopic(
            "kairos.triggers",
            AclOperation.WRITE,
            AclOperation.READ,
            AclOperation.DESCRIBE_CONFIGS);

    assertThat(GrantCheck.onTopics("kairos.", DeliveryGuarantee.EXACTLY_ONCE)).contains(triggers);
    assertThat(GrantCheck.onTopics("kairos.", DeliveryGuarantee.AT_LEAST_ONCE))
        .contains(Grant.onTopic("kairos.triggers", AclOperation.WRITE));
  }

  @Test
  void theJobNeverWritesRulesNorTouchesFeedback() {
    assertThat(GrantCheck.onTopics("kairos.", DeliveryGuarantee.AT_LEAST_ONCE))
        .contains(Grant.onTopic("kairos.rules", AclOperation.READ))
        .extracting(Grant::name)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topics.values())
                .filter(topic -> topic != Topics.FEEDBACK)
                .map(topic -> topic.name("kairos."))
                .toList());
  }
}
