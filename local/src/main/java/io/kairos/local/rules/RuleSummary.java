package io.kairos.local.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A rule in a few words.
 *
 * @param name what people call it; empty for none
 * @param owner who answers for it; empty for none
 * @param start what begins it
 * @param steps how many messages it has
 * @param channels on which it may send, in their order
 */
record RuleSummary(String name, String owner, String start, int steps, Set<String> channels) {
  private static final List<String> STARTS = List.of("event", "becomes", "every");

  /** Of a rule's body. */
  static RuleSummary of(String body) {
    return YamlTree.of(body)
        .root()
        .map(node -> of(node))
        .orElseGet(() -> new RuleSummary("", "", "", 0, Set.of()));
  }

  static RuleSummary of(Node rule) {
    List<Node> steps = YamlTree.under("steps", rule).map(YamlTree::elements).orElse(List.of());
    Set<String> channels =
        cases(rule).stream()
            .flatMap(one -> channels(one).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new RuleSummary(
        text("name", rule), text("owner", rule), start(rule), Math.max(1, steps.size()), channels);
  }

  private static String start(Node rule) {
    return STARTS.stream()
        .flatMap(key -> YamlTree.under(key, rule).stream())
        .findFirst()
        .map(node -> String.join(", ", texts(node)))
        .orElse("");
  }

  private static String text(String key, Node node) {
    return YamlTree.under(key, node).map(YamlTree::textOf).orElse("");
  }

  /** Every way in which a message can go out, over all steps. */
  static List<Node> cases(Node rule) {
    return Stream.concat(
            Stream.of(rule),
            YamlTree.under("steps", rule).map(YamlTree::elements).orElse(List.of()).stream())
        .flatMap(step -> casesOfStep(step).stream())
        .toList();
  }

  /** The cases of a rule's own {@code send}, or of a step's. */
  static List<Node> casesOfStep(Node step) {
    Optional<Node> send = YamlTree.under("send", step);
    return send.map(node -> node instanceof SequenceNode list ? list.getValue() : List.of(node))
        .orElse(List.of());
  }

  static List<String> channels(Node oneCase) {
    return YamlTree.under("channel", oneCase).map(RuleSummary::texts).orElse(List.of());
  }

  /** One text, or those of a list. */
  static List<String> texts(Node node) {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(YamlTree::textOf).toList()
        : List.of(YamlTree.textOf(node));
  }
}
