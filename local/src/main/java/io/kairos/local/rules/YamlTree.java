package io.kairos.local.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML text as a tree that knows where in the text each part stands. */
final class YamlTree {
  private final Optional<Node> root;

  private YamlTree(Optional<Node> root) {
    this.root = root;
  }

  /**
   * Where something stands.
   *
   * @param line from 1
   * @param column from 1, in characters
   */
  record Place(int line, int column) {
    static Place of(Mark mark) {
      return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    boolean isAtOrBefore(Place other) {
      return line < other.line || (line == other.line && column <= other.column);
    }
  }

  /**
   * Reads a text.
   *
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is no YAML, or a key
   *     stands twice in a map
   */
  static YamlTree of(String yaml) {
    new Load(LoadSettings.builder().build()).loadFromString(yaml);
    LoadSettings withComments = LoadSettings.builder().setParseComments(true).build();
    return new YamlTree(new Compose(withComments).composeString(yaml));
  }

  /** Empty for an empty text. */
  Optional<Node> root() {
    return root;
  }

  static Place placeOf(Node node) {
    return node.getStartMark().map(Place::of).orElse(new Place(1, 1));
  }

  static String textOf(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The value under a key of a map; empty if there is none, or no map. */
  static Optional<Node> under(String key, Node node) {
    return tuples(node).stream()
        .filter(tuple -> textOf(tuple.getKeyNode()).equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  static List<NodeTuple> tuples(Node node) {
    return node instanceof MappingNode map ? map.getValue() : List.of();
  }

  static List<Node> elements(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of();
  }

  /** The way to the deepest part that holds a place. */
  YamlPath pathTo(Place place) {
    List<String> steps = new ArrayList<>();
    Node node = root.orElse(null);
    Child child = node == null ? null : Child.at(place, node);
    while (child != null) {
      steps.add(child.step());
      if (place.isAtOrBefore(child.endOfKey())) {
        return new YamlPath(steps, YamlPath.Side.KEY, 0);
      }
      node = child.value();
      child = Child.at(place, node);
    }
    return new YamlPath(steps, YamlPath.Side.VALUE, node == null ? 0 : within(place, node));
  }

  /** The place at the end of a way; empty if the way leads nowhere. */
  Optional<Place> follow(YamlPath path) {
    Node node = root.orElse(null);
    Place place = new Place(1, 1);
    for (String step : path.steps()) {
      Optional<Child> child = node == null ? Optional.empty() : Child.named(step, node);
      if (child.isEmpty()) {
        return Optional.empty();
      }
      place = child.get().start(path.side());
      node = child.get().value();
    }
    return Optional.of(isOneLine(node) ? shifted(place, path, node) : place);
  }

  /** How far into the text of a scalar a place is, its quote not counted. */
  private static int within(Place place, Node node) {
    Place start = placeOf(node);
    return isOneLine(node) && start.line() == place.line()
        ? Math.max(0, place.column() - start.column() - quotes(node))
        : 0;
  }

  private static Place shifted(Place place, YamlPath path, Node node) {
    return path.within() == 0
        ? place
        : new Place(place.line(), place.column() + path.within() + quotes(node));
  }

  private static boolean isOneLine(Node node) {
    return node instanceof ScalarNode
        && node.getStartMark().isPresent()
        && node.getEndMark().isPresent()
        && node.getStartMark().get().getLine() == node.getEndMark().get().getLine();
  }

  private static int quotes(Node node) {
    return node instanceof ScalarNode scalar && !scalar.isPlain() ? 1 : 0;
  }

  /** One entry of a map, or one element of a list. */
  private record Child(String step, Node key, Node value) {
    private static final Place BEFORE_ALL = new Place(0, 0);

    /** The last child that begins at or before a place; null if there is none. */
    static Child at(Place place, Node node) {
      return of(node).stream()
          .filter(child -> child.start(YamlPath.Side.KEY).isAtOrBefore(place))
          .reduce((first, last) -> last)
          .orElse(null);
    }

    static Optional<Child> named(String step, Node node) {
      return of(node).stream().filter(child -> child.step.equals(step)).findFirst();
    }

    private static List<Child> of(Node node) {
      List<Child> children = new ArrayList<>();
      for (NodeTuple tuple : tuples(node)) {
        String step = textOf(tuple.getKeyNode());
        children.add(new Child(step, tuple.getKeyNode(), tuple.getValueNode()));
      }
      for (Node element : elements(node)) {
        String id = under("id", element).map(YamlTree::textOf).orElse("" + children.size());
        children.add(new Child("[" + id + "]", null, element));
      }
      return children;
    }

    Place start(YamlPath.Side side) {
      return placeOf(key != null && side == YamlPath.Side.KEY ? key : value);
    }

    /** Of an element of a list, which has no key: before everything. */
    Place endOfKey() {
      return key == null ? BEFORE_ALL : key.getEndMark().map(Place::of).orElse(BEFORE_ALL);
    }
  }
}
