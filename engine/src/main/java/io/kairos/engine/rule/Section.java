package io.kairos.engine.rule;

import io.kairos.engine.condition.ConditionException;
import io.kairos.engine.condition.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One map of a rule file, with errors that name it and the place. */
final class Section {
  /** Recursive as Java matches it: only for what is known to be short. */
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final String name;
  private final Node place;
  private final Map<String, Node> keys;

  private Section(String name, Node place, Map<String, Node> keys) {
    this.name = name;
    this.place = place;
    this.keys = keys;
  }

  /** A map of the file; an absent one is empty. */
  static Section of(String name, Node node) {
    if (!(node instanceof MappingNode map)) {
      throw Spot.wrong(node, name + " must be a map of keys");
    }
    Map<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = key(name, tuple.getKeyNode());
      if (keys.put(key, tuple.getValueNode()) != null) {
        throw Spot.wrong(tuple.getKeyNode(), name + ", key '" + key + "': stands twice");
      }
    }
    String id = keys.get("id") instanceof ScalarNode scalar ? scalar.getValue() : null;
    return new Section(id == null ? name : name + " '" + id + "'", node, keys);
  }

  /** A map put together from parts of other files. */
  static Section assembled(String name, Map<String, Node> keys) {
    return new Section(name, null, keys);
  }

  private static String key(String name, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw Spot.wrong(node, name + ": a key must be a text");
  }

  String name() {
    return name;
  }

  RuleFileException wrong(String key, String why) {
    Node value = keys.get(key);
    return Spot.wrong(value == null ? place : value, said(key, why));
  }

  private String said(String key, String why) {
    return name + ", key '" + key + "': " + why;
  }

  /** Refuses keys that are not among these. */
  void only(String... known) {
    for (String key : keys.keySet()) {
      if (!Set.of(known).contains(key)) {
        String hint =
            Spelling.nearest(key, Set.of(known)).map(", did you mean '%s'?"::formatted).orElse(".");
        throw wrong(key, "is not known" + hint + " Known: " + sorted(known));
      }
    }
  }

  private static Set<String> sorted(String... known) {
    return new TreeSet<>(Set.of(known));
  }

  boolean has(String key) {
    Node node = keys.get(key);
    return node != null && !node.getTag().equals(Tag.NULL);
  }

  /** Its own place in the file. */
  Node node() {
    return place;
  }

  Node node(String key) {
    return keys.get(key);
  }

  String text(String key) {
    if (!has(key)) {
      throw wrong(key, "is missing");
    }
    return text(key, keys.get(key));
  }

  private String text(String key, Node value) {
    if (value instanceof ScalarNode scalar && !value.getTag().equals(Tag.NULL)) {
      return scalar.getValue();
    }
    throw Spot.wrong(value, said(key, "must be a text or a number"));
  }

  String text(String key, String absent) {
    return has(key) ? text(key) : absent;
  }

  /** A name in kebab-case. */
  String kebab(String key, int longest) {
    String text = text(key);
    if (text.length() > longest || !KEBAB.matcher(text).matches()) {
      throw wrong(key, "must be kebab-case of at most " + longest + " characters");
    }
    return text;
  }

  /** A whole number between two others. */
  int number(String key, int absent, int least, int most) {
    String text = text(key, String.valueOf(absent));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      // Said below: for the writer of the file both mistakes are the same.
    }
    throw wrong(key, "must be a whole number from %d to %d, not '%s'".formatted(least, most, text));
  }

  /** A number between two others. */
  double decimal(String key, double absent, double least, double most) {
    return has(key) ? decimal(key, text(key), least, most) : absent;
  }

  private double decimal(String key, String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below: for the writer of the file both mistakes are the same.
    }
    throw wrong(key, "must be a number from %s to %s, not '%s'".formatted(least, most, text));
  }

  /** A list of numbers, at least 0. */
  List<Double> decimals(String key, List<Double> absent) {
    return has(key)
        ? texts(key).stream().map(text -> decimal(key, text, 0, 1e12)).toList()
        : absent;
  }

  /** The keys in the order of the file. */
  List<String> names() {
    return List.copyOf(keys.keySet());
  }

  /** What {@code read} makes of the text under a key; its complaint names key and place. */
  <T> T read(String key, String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (RuleFileException placed) {
      throw placed;
    } catch (ConditionException complaint) {
      String why =
          "'%s', column %d: %s".formatted(text, complaint.column(), complaint.getMessage());
      throw Spot.wrong(Spot.of(keys.get(key), text), complaint.column(), said(key, why));
    } catch (IllegalArgumentException | ArithmeticException complaint) {
      throw Spot.wrong(Spot.of(keys.get(key), text), 1, said(key, complaint.getMessage()));
    }
  }

  /** A single text or a list of them; empty where the key is absent. */
  List<String> texts(String key) {
    if (!has(key)) {
      return List.of();
    }
    return keys.get(key) instanceof SequenceNode list
        ? list.getValue().stream().map(value -> text(key, value)).toList()
        : List.of(text(key));
  }

  boolean isList(String key) {
    return keys.get(key) instanceof SequenceNode;
  }

  boolean isMap(String key) {
    return keys.get(key) instanceof MappingNode;
  }

  /** The map under a key; an empty one where the key is absent. */
  Section section(String key) {
    return has(key)
        ? of(name + ", " + key, keys.get(key))
        : new Section(name + ", " + key, place, Map.of());
  }

  /** The maps listed under a key, each named by the word for one of them. */
  List<Section> sections(String key, String one) {
    if (!has(key)) {
      return List.of();
    }
    if (!(keys.get(key) instanceof SequenceNode list)) {
      throw wrong(key, "must be a list");
    }
    return list.getValue().stream().map(element -> of(one, element)).toList();
  }

  /** A duration such as 30m, 1h or 3d, in milliseconds. */
  long millis(String key, String absent) {
    return has(key) ? read(key, text(key), Durations::millis) : Durations.millis(absent);
  }
}
