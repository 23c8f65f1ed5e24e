package io.kairos.local.doctor;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.kairos.wire.Topics;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** What the job must be allowed to do with a topic, and what it has no business to do. */
final class Needed {
  private static final Set<AclOperation> TO_READ = Set.of(READ, DESCRIBE);
  private static final Set<AclOperation> TO_WRITE = Set.of(WRITE, DESCRIBE);
  private static final Set<AclOperation> TOO_MUCH = Set.of(DELETE, ALTER, ALTER_CONFIGS);
  private static final Set<AclOperation> TOO_MUCH_OF_INPUTS =
      Set.of(WRITE, DELETE, ALTER, ALTER_CONFIGS);

  private Needed() {}

  static Set<AclOperation> by(Topics topic) {
    return switch (topic) {
      case FEEDBACK -> Set.of();
      case CUSTOMERS, CLICKSTREAM, CART, ORDERS -> Set.of(READ, DESCRIBE, DESCRIBE_CONFIGS);
      case RULES -> TO_READ;
      case TRIGGERS, DECISIONS, PROFILES -> TO_WRITE;
      case DEAD_LETTERS -> Set.of(WRITE, DESCRIBE, DESCRIBE_CONFIGS);
    };
  }

  static Set<AclOperation> tooMuch(Topics topic) {
    return by(topic).contains(WRITE) ? TOO_MUCH : TOO_MUCH_OF_INPUTS;
  }
}
