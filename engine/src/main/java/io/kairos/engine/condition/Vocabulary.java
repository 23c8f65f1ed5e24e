package io.kairos.engine.condition;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** All that a condition can name, and where its view stands in time. */
public final class Vocabulary<V> {
  static final String KNOWN = "known";

  private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*(\\.[a-zA-Z]\\w*)*");
  private static final Set<String> LITERALS = Set.of("true", "false", "null", "in");
  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "as",
          "bool",
          "break",
          "bytes",
          "const",
          "continue",
          "double",
          "dyn",
          "else",
          "for",
          "function",
          "if",
          "import",
          "int",
          "let",
          "list",
          "loop",
          "map",
          "namespace",
          "not",
          "now",
          "null_type",
          "or",
          "package",
          "return",
          "string",
          "type",
          "uint",
          "var",
          "void",
          "while",
          KNOWN);

  /** Where a view stands in time. */
  public interface Timeline<V> {
    /** The view's instant, in milliseconds of the epoch. */
    long now(V view);

    /** The same subject at a later instant, no event having come in between. */
    V at(V view, long millis);
  }

  private final Timeline<V> timeline;
  private final Map<String, Variable<V>> variables = new LinkedHashMap<>();
  private final Map<String, Function<V>> functions = new LinkedHashMap<>();

  private Vocabulary(Timeline<V> timeline) {
    this.timeline = timeline;
  }

  /**
   * A vocabulary of these words.
   *
   * @throws IllegalArgumentException if a name is no name, is reserved or stands twice
   */
  public static <V> Vocabulary<V> of(
      Timeline<V> timeline,
      Collection<? extends Variable<V>> variables,
      Collection<? extends Function<V>> functions) {
    Vocabulary<V> vocabulary = new Vocabulary<>(timeline);
    variables.forEach(variable -> put(vocabulary.variables, variable.name(), variable));
    functions.forEach(function -> put(vocabulary.functions, function.name(), function));
    return vocabulary;
  }

  /** This one and more variables, such as the fields of one event. */
  public Vocabulary<V> with(Collection<? extends Variable<V>> more) {
    Vocabulary<V> wider = of(timeline, variables.values(), functions.values());
    more.forEach(variable -> put(wider.variables, variable.name(), variable));
    return wider;
  }

  private static <T> void put(Map<String, T> words, String name, T word) {
    List<String> parts = List.of(name.split("\\."));
    if (!NAME.matcher(name).matches()
        || RESERVED.contains(parts.get(0))
        || parts.stream().anyMatch(LITERALS::contains)) {
      throw new IllegalArgumentException("'" + name + "' cannot be a name");
    }
    if (words.putIfAbsent(name, word) != null) {
      throw new IllegalArgumentException("'" + name + "' stands twice");
    }
  }

  public Collection<Variable<V>> variables() {
    return Collections.unmodifiableCollection(variables.values());
  }

  public Collection<Function<V>> functions() {
    return Collections.unmodifiableCollection(functions.values());
  }

  public long now(V view) {
    return timeline.now(view);
  }

  public V at(V view, long millis) {
    return timeline.at(view, millis);
  }

  Optional<Variable<V>> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  Optional<Function<V>> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }
}
