package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import io.kairos.local.imports.NearestName;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One rule of a file.
 *
 * @param id its id
 * @param node where it stands
 */
record RuleNode(DeclarationId id, MappingNode node) {
  private static final List<String> NOT_IN_BODY =
      List.of("version", "status", "effectiveFrom", "effectiveTo");

  private static final List<String> STATUSES =
      Arrays.stream(Status.values()).map(Status::label).toList();

  /**
   * Reads what the topic needs to know of a rule; the rest is the engine's business.
   *
   * @throws RuleSource.NotARule if it is no map, or has no id
   */
  static RuleNode of(Node node) {
    if (!(node instanceof MappingNode map)) {
      throw RuleSource.wrong(node, "a rule is a map of keys: begin it with '- id:'");
    }
    String id = YamlTree.under("id", map).map(YamlTree::textOf).orElse("");
    if (id.isBlank()) {
      throw RuleSource.wrong(node, "a rule needs an id, such as 'id: cart-abandon'");
    }
    return new RuleNode(DeclarationId.rule(id), map);
  }

  Draft draft() {
    return new Draft(id, YamlBody.without(NOT_IN_BODY, node), status(), period());
  }

  /** The version that it gives itself; 1 where it gives none. */
  int version() {
    return value("version")
        .map(YamlTree::textOf)
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .map(Integer::valueOf)
        .orElse(1);
  }

  Optional<Status> status() {
    return value("status").map(RuleNode::status);
  }

  Period period() {
    return new Period(
        value("effectiveFrom").map(RuleNode::instant), value("effectiveTo").map(RuleNode::instant));
  }

  /** A warning about it, at a part of it or where it begins. */
  Fault warning(Optional<Node> place, String message) {
    YamlTree.Place at = YamlTree.placeOf(place.orElse(node));
    return Fault.warning(at, "rule '%s' %s".formatted(id.id(), message));
  }

  Optional<Node> value(String key) {
    return YamlTree.under(key, node);
  }

  private static Status status(Node node) {
    String label = YamlTree.textOf(node);
    if (!STATUSES.contains(label)) {
      throw RuleSource.wrong(
          node,
          "status is one of %s, not '%s'%s"
              .formatted(String.join(", ", STATUSES), label, nearest(label)));
    }
    return Status.of(label);
  }

  private static String nearest(String label) {
    return NearestName.of(label, STATUSES).map(": did you mean %s?"::formatted).orElse("");
  }

  private static Instant instant(Node node) {
    try {
      return Instant.parse(YamlTree.textOf(node));
    } catch (DateTimeParseException unreadable) {
      throw RuleSource.wrong(
          node,
          "'%s' is no instant such as 2027-08-09T00:00:00+08:00".formatted(YamlTree.textOf(node)));
    }
  }
}
