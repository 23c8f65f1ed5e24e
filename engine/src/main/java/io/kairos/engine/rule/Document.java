package io.kairos.engine.rule;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML 1.2 as a tree that knows where each part stands. Builds no object of any class. */
final class Document {
  /** Longest text, in characters. */
  static final int LONGEST = 1_000_000;

  /** Deepest nesting of maps and lists. */
  static final int DEEPEST = 32;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(LONGEST).setMaxAliasesForCollections(50).build();

  private Document() {}

  /**
   * The text as a tree.
   *
   * @throws RuleFileException if it is no YAML, empty, too long or too deep
   */
  static Node of(String yaml) {
    try {
      refuseDeep(yaml);
      Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
      return root.orElseThrow(() -> new RuleFileException(new Problem(0, 0, "it is empty")));
    } catch (MarkedYamlEngineException broken) {
      Optional<Mark> mark = broken.getProblemMark();
      throw new RuleFileException(
          new Problem(
              mark.map(m -> m.getLine() + 1).orElse(0),
              mark.map(m -> m.getColumn() + 1).orElse(0),
              "No YAML: " + broken.getProblem() + hint(yaml, mark)));
    } catch (YamlEngineException broken) {
      throw new RuleFileException(new Problem(0, 0, "No YAML: " + broken.getMessage()));
    }
  }

  /** Composing is recursive: what is nested too deep must not come that far. */
  private static void refuseDeep(String yaml) {
    if (yaml.length() > LONGEST) {
      throw new RuleFileException(
          new Problem(0, 0, "it is longer than " + LONGEST + " characters"));
    }
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        int line = event.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        throw new RuleFileException(
            new Problem(line, 0, "nested deeper than " + DEEPEST + " maps and lists"));
      }
    }
  }

  /** What often lies behind a line that is no YAML. */
  private static String hint(String yaml, Optional<Mark> mark) {
    String line = mark.flatMap(m -> yaml.lines().skip(m.getLine()).findFirst()).orElse("").strip();
    boolean quoted = line.matches("[\\w-]+:\\s+[!\"'\\[*&@`%].*");
    return quoted
        ? ". A condition that begins with !, a quote or a bracket must stand in quotes"
        : "";
  }
}
