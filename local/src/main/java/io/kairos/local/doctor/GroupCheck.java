package io.kairos.local.doctor;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** Whether the job may commit how far it has read. */
final class GroupCheck implements Check {
  private static final String CHECK = "rights";
  private static final Set<AclOperation> NEEDED = Set.of(AclOperation.READ, AclOperation.DESCRIBE);

  @Override
  public List<Finding> look(Installation at) {
    if (at.access().guard() == Access.Guard.NONE) {
      return List.of();
    }
    String group = "group " + at.setup().prefix() + "job";
    if (at.access().readings().isEmpty()) {
      return List.of(lacks(group, NEEDED, at));
    }
    if (at.access().group().isEmpty()) {
      return List.of(
          Finding.note(
              CHECK,
              group,
              "Describe; whether Read, too, cannot be told before the group exists",
              new Advice(
                  "Without Read the job fails at its first checkpoint.",
                  at.setup().commands().allow(NEEDED, option(at)))));
    }
    Set<AclOperation> missing = at.access().group().get().missing(NEEDED);
    return List.of(
        missing.isEmpty()
            ? Finding.ok(CHECK, group, Rights.names(NEEDED))
            : lacks(group, missing, at));
  }

  private static Finding lacks(String group, Set<AclOperation> missing, Installation at) {
    return Finding.wrong(
        CHECK,
        group,
        "lacks " + Rights.names(missing),
        new Advice(
            "The job cannot commit how far it has read, so that nobody sees how far it is behind.",
            at.setup().commands().allow(missing, option(at))));
  }

  private static String option(Installation at) {
    return "--group " + at.setup().prefix() + "job";
  }
}
