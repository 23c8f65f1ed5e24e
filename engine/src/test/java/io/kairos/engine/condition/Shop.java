package io.kairos.engine.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A vocabulary over maps: what is not in the map is unknown. */
final class Shop {
  private static final Set<String> SEGMENTS = Set.of("student", "parent");

  static final Vocabulary<Map<String, Object>> VOCABULARY =
      Vocabulary.of(
          new StandingStill(),
          List.of(
              Variable.number("cart.value", number("cart.value"))
                  .shown(value -> "%.2f CNY".formatted(value)),
              Variable.number("cart.count", number("cart.count")),
              Variable.number("orders.count", number("orders.count")),
              Variable.text("tier", view -> (String) view.get("tier")),
              Variable.text("city", view -> (String) view.get("city")),
              Variable.flag("vip", flag("vip")),
              Variable.flag("tester", flag("tester"))),
          List.of(new Segment(), new Interest(), new Lookup()));

  static final ConditionCompiler<Map<String, Object>> COMPILER =
      new ConditionCompiler<>(VOCABULARY);

  private Shop() {}

  static Condition<Map<String, Object>> condition(String text) {
    return COMPILER.condition(text);
  }

  static Truth test(String text, Object... namesAndValues) {
    return condition(text).test(view(namesAndValues));
  }

  static Map<String, Object> view(Object... namesAndValues) {
    Map<String, Object> view = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      view.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return view;
  }

  private static java.util.function.ToDoubleFunction<Map<String, Object>> number(String name) {
    return view -> view.get(name) instanceof Number known ? known.doubleValue() : Double.NaN;
  }

  private static java.util.function.Function<Map<String, Object>, Truth> flag(String name) {
    return view -> view.get(name) instanceof Boolean known ? Truth.of(known) : Truth.UNKNOWN;
  }

  private record StandingStill() implements Vocabulary.Timeline<Map<String, Object>> {
    @Override
    public long now(Map<String, Object> view) {
      return 0;
    }

    @Override
    public Map<String, Object> at(Map<String, Object> view, long millis) {
      return view;
    }
  }

  /** Whether the view names the segment; only segments that exist can be asked for. */
  private record Segment() implements Function<Map<String, Object>> {
    @Override
    public String name() {
      return "segment";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(
          Parameter.text(
                  text ->
                      SEGMENTS.contains(text)
                          ? Optional.empty()
                          : Optional.of("no segment is called '" + text + "'"))
              .literal());
    }

    @Override
    public Type result() {
      return Type.FLAG;
    }

    @Override
    public Truth flag(Map<String, Object> view, Arguments arguments) {
      return Truth.of(arguments.text(0).equals(view.get("segment")));
    }
  }

  /** A share per category. */
  private record Interest() implements Function<Map<String, Object>> {
    @Override
    public String name() {
      return "interest";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.text());
    }

    @Override
    public Type result() {
      return Type.NUMBER;
    }

    @Override
    public double number(Map<String, Object> view, Arguments arguments) {
      return view.get("interest:" + arguments.text(0)) instanceof Double share ? share : Double.NaN;
    }

    @Override
    public String show(double number) {
      return Math.round(100 * number) + " %";
    }
  }

  /** A fixed table of cities, read by row, column and whether the answer is in capitals. */
  private record Lookup() implements Function<Map<String, Object>> {
    @Override
    public String name() {
      return "lookup";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.text(), Parameter.number(Lookup::column), Parameter.flag());
    }

    private static Optional<String> column(double number) {
      return number >= 1 ? Optional.empty() : Optional.of("columns are counted from 1");
    }

    @Override
    public Type result() {
      return Type.TEXT;
    }

    @Override
    public String text(Map<String, Object> view, Arguments arguments) {
      String cell = arguments.text(0) + Plain.of(arguments.number(1));
      return arguments.flag(2) ? cell.toUpperCase(java.util.Locale.ROOT) : cell;
    }
  }
}
