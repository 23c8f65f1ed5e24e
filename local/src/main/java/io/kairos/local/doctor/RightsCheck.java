package io.kairos.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** Whether the job may do with a topic what it must, and nothing that it has no business to do. */
final class RightsCheck implements Check.TopicCheckUp {
  private static final String CHECK = "rights";

  @Override
  public List<Finding> look(SeenTopic topic, Installation at) {
    if (at.access().guard() == Access.Guard.NONE || topic.rights().isEmpty()) {
      return List.of();
    }
    Rights rights = topic.rights().get();
    Set<AclOperation> missing = rights.missing(Needed.by(topic.topic()));
    Set<AclOperation> tooMuch = rights.among(Needed.tooMuch(topic.topic()));
    List<Finding> findings = new ArrayList<>();
    if (!missing.isEmpty()) {
      findings.add(missing(topic, missing, at));
    }
    if (!tooMuch.isEmpty()) {
      findings.add(tooMuch(topic, tooMuch, at));
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(CHECK, topic.name(), Rights.names(Needed.by(topic.topic()))))
        : findings;
  }

  private static Finding missing(SeenTopic topic, Set<AclOperation> missing, Installation at) {
    return Finding.wrong(
        CHECK,
        topic.name(),
        "lacks " + Rights.names(missing),
        new Advice(
            topic.isRead()
                ? "The job cannot start, or cannot read the topic."
                : "The job cannot start, or fails at the first record that it writes there.",
            at.setup().commands().allow(missing, "--topic " + topic.name())));
  }

  private static Finding tooMuch(SeenTopic topic, Set<AclOperation> tooMuch, Installation at) {
    return Finding.warning(
        CHECK,
        topic.name(),
        "has " + Rights.names(tooMuch) + ", which it does not need",
        new Advice(
            tooMuch.contains(AclOperation.WRITE)
                ? "Whoever gets hold of the job's login can write events and rules in the shop's"
                    + " name."
                : "Whoever gets hold of the job's login can take away records or change how they"
                    + " are kept.",
            at.setup().commands().listRights("--topic " + topic.name())
                + " says by which rule; take it away with --remove"));
  }
}
