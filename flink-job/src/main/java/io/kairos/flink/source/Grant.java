package io.kairos.flink.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;

/**
 * What the job's user must be allowed on a topic or group.
 *
 * @param kind topic or group
 */
record Grant(String kind, String name, List<AclOperation> operations) {

  static Grant onTopic(String name, AclOperation... operations) {
    return new Grant("topic", name, List.of(operations));
  }

  static Grant onGroup(String name) {
    return new Grant("group", name, List.of(AclOperation.READ));
  }

  /** What is missing if the broker allows these; it says null where it cannot tell. */
  Grant without(Set<AclOperation> allowed) {
    return new Grant(
        kind,
        name,
        allowed == null
            ? List.of()
            : operations.stream().filter(needed -> !allowed.contains(needed)).toList());
  }

  boolean isNothing() {
    return operations.isEmpty();
  }

  /** The command by which an administrator gives it. */
  String command() {
    return "kafka-acls.sh --bootstrap-server ... --add --allow-principal User:..."
        + operations.stream().map(Grant::option).collect(Collectors.joining())
        + " --%s %s".formatted(kind, name);
  }

  private static String option(AclOperation operation) {
    return " --operation "
        + switch (operation) {
          case READ -> "Read";
          case WRITE -> "Write";
          case DESCRIBE_CONFIGS -> "DescribeConfigs";
          default -> throw new IllegalArgumentException(operation + " is not asked for");
        };
  }
}
