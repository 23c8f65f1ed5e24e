package io.kairos.engine.rule;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the parts of a rule file stand. */
final class Spot {
  private Spot() {}

  /** A mistake at a part of the file. */
  static RuleFileException wrong(Node node, String message) {
    if (node == null) {
      return new RuleFileException(new Problem(0, 0, message));
    }
    return new RuleFileException(
        node.getStartMark()
            .map(mark -> new Problem(mark.getLine() + 1, mark.getColumn() + 1, message))
            .orElse(new Problem(0, 0, message)));
  }

  /** A mistake inside a text of the file, at a column of it from 1. */
  static RuleFileException wrong(Node node, int column, String message) {
    if (!(node instanceof ScalarNode scalar) || node.getStartMark().isEmpty()) {
      return wrong(node, message);
    }
    Mark mark = node.getStartMark().get();
    boolean block = isBlock(scalar.getScalarStyle());
    int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
    return new RuleFileException(
        block
            ? new Problem(mark.getLine() + 1, mark.getColumn() + 1, message)
            : new Problem(mark.getLine() + 1, mark.getColumn() + column + quote, message));
  }

  private static boolean isBlock(ScalarStyle style) {
    return style == ScalarStyle.FOLDED || style == ScalarStyle.LITERAL;
  }

  /** The element of a list that holds a text, or the part itself. */
  static Node of(Node node, String text) {
    if (node instanceof SequenceNode list) {
      for (Node element : list.getValue()) {
        if (element instanceof ScalarNode scalar && scalar.getValue().equals(text)) {
          return element;
        }
      }
    }
    return node;
  }
}
