package io.kairos.local.doctor;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** Whether the settings of a topic can be seen; no check can judge those that cannot. */
final class SettingsCheck implements Check.TopicCheckUp {

  @Override
  public List<Finding> look(SeenTopic topic, Installation at) {
    if (topic.settings().isPresent()) {
      return List.of();
    }
    Set<AclOperation> right = Set.of(AclOperation.DESCRIBE_CONFIGS);
    return List.of(
        Finding.note(
            "settings",
            topic.name(),
            "may not be seen",
            new Advice(
                "How the topic stamps, keeps and forgets could not be looked at.",
                at.setup().commands().allow(right, "--topic " + topic.name()))));
  }
}
