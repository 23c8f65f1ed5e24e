package io.kairos.local.doctor;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.utils.SecurityUtils;

/** What the job may do with something. */
record Rights(Set<AclOperation> operations) {

  /** Nothing if the broker did not say. */
  static Optional<Rights> of(Set<AclOperation> told) {
    return Optional.ofNullable(told).map(Rights::new);
  }

  Set<AclOperation> missing(Set<AclOperation> needed) {
    Set<AclOperation> missing = EnumSet.noneOf(AclOperation.class);
    missing.addAll(needed);
    missing.removeAll(operations);
    return missing;
  }

  Set<AclOperation> among(Set<AclOperation> others) {
    Set<AclOperation> both = EnumSet.noneOf(AclOperation.class);
    both.addAll(others);
    both.retainAll(operations);
    return both;
  }

  /** Read, Describe. */
  static String names(Collection<AclOperation> operations) {
    return operations.stream().sorted().map(Rights::name).collect(Collectors.joining(", "));
  }

  /** As kafka-acls.sh spells it: DescribeConfigs. */
  static String name(AclOperation operation) {
    return SecurityUtils.operationName(operation);
  }
}
