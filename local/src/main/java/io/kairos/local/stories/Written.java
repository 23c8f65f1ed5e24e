package io.kairos.local.stories;

import io.kairos.local.imports.NearestName;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Something written in a YAML file: a text, a list or a map, and where it stands. */
record Written(Node node) {

  /** A key of a map and what stands under it. */
  record Entry(Written key, Written value) {
    String name() {
      return key.text();
    }
  }

  /**
   * The whole of a document.
   *
   * @throws Mistake if it is empty or no YAML
   */
  static Written document(String yaml) {
    try {
      return new Compose(LoadSettings.builder().build())
          .composeString(yaml)
          .map(Written::new)
          .orElseThrow(() -> new Mistake(new Place(1, 1), "the file is empty"));
    } catch (MarkedYamlEngineException broken) {
      throw new Mistake(
          broken.getProblemMark().map(Written::placeOf).orElse(new Place(1, 1)), say(broken));
    } catch (YamlEngineException broken) {
      throw new Mistake(new Place(1, 1), "no YAML: " + broken.getMessage());
    }
  }

  private static String say(MarkedYamlEngineException broken) {
    String problem = broken.getProblem();
    return problem.startsWith("mapping values are not allowed")
        ? "a colon too many for YAML. Fields stand behind a colon of their own, as in"
            + " '10:05 cart.added: {item: shoes}'; a text that holds ': ' needs quotes"
        : "no YAML: " + problem;
  }

  Place place() {
    return node.getStartMark().map(Written::placeOf).orElse(new Place(1, 1));
  }

  /** Where a letter of a text stands; of one that goes over several lines, where it begins. */
  Place place(int letter) {
    boolean oneLine =
        node.getStartMark().map(Mark::getLine).equals(node.getEndMark().map(Mark::getLine));
    boolean plain = node instanceof ScalarNode s && s.getScalarStyle() == ScalarStyle.PLAIN;
    return oneLine ? place().right(plain ? letter : letter + 1) : place();
  }

  private static Place placeOf(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  Mistake wrong(String message) {
    return new Mistake(place(), message);
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  /** Whether nothing is written, or {@code null}. */
  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong("a text or a number belongs here");
  }

  List<Written> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(Written::new).toList();
    }
    throw wrong("a list belongs here: lines that begin with '- '");
  }

  /** The list, or what is written as the only one. */
  List<Written> oneOrMore() {
    return isList() ? list() : List.of(this);
  }

  /** What a map holds, in the order of the file. */
  List<Entry> entries() {
    if (!(node instanceof MappingNode map)) {
      throw wrong("keys and their values belong here");
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      Entry entry = new Entry(new Written(tuple.getKeyNode()), new Written(tuple.getValueNode()));
      if (entries.put(entry.name(), entry) != null) {
        throw entry.key().wrong("'" + entry.name() + "' stands here twice");
      }
    }
    return List.copyOf(entries.values());
  }

  /** What stands under a key of a map; empty where nothing does. */
  Optional<Written> get(String key) {
    return entries().stream()
        .filter(entry -> entry.name().equals(key) && !entry.value().isNull())
        .map(Entry::value)
        .findFirst();
  }

  /** What stands under a key that must be there. */
  Written require(String key) {
    return get(key).orElseThrow(() -> wrong("'" + key + ":' is missing here"));
  }

  /** The same map without some of its keys. */
  Written without(String... keys) {
    MappingNode map = (MappingNode) node;
    List<NodeTuple> left =
        map.getValue().stream()
            .filter(tuple -> !Arrays.asList(keys).contains(new Written(tuple.getKeyNode()).text()))
            .toList();
    return new Written(
        new MappingNode(
            map.getTag(), true, left, map.getFlowStyle(), map.getStartMark(), map.getEndMark()));
  }

  /** As it could stand on one line. */
  @Override
  public String toString() {
    if (isMap()) {
      return entries().stream()
          .map(entry -> entry.name() + ": " + entry.value())
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return isList()
        ? list().stream().map(Written::toString).collect(Collectors.joining(", ", "[", "]"))
        : text();
  }

  /** Refuses keys that are not among these. */
  void only(String... known) {
    for (Entry entry : entries()) {
      if (!Arrays.asList(known).contains(entry.name())) {
        throw entry.key().wrong(unknown("key", entry.name(), List.of(known)));
      }
    }
  }

  /** Says that a word is not among those that are known. */
  static String unknown(String kind, String word, Collection<String> known) {
    String hint = NearestName.hint(word, known);
    return "there is no %s '%s'%s"
        .formatted(kind, word, hint.isEmpty() ? ". Known: " + String.join(", ", known) : hint);
  }
}
