package io.kairos.engine.fact;

import io.kairos.engine.condition.Motion;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One feature of a customer's profile.
 *
 * @param name as conditions write it
 * @param field the profile's field that publishes it; null where it is not published, since it
 *     changes all the time
 * @param reading how it is read
 * @param said what the page of features says of it
 * @param motion how it changes with time alone
 */
public record Feature(String name, String field, Reading reading, Said said, Motion<Facts> motion) {

  /** How a feature is read. */
  public sealed interface Reading {}

  /**
   * A number.
   *
   * @param of NaN where it is not known
   */
  public record Number(ToDoubleFunction<Facts> of) implements Reading {}

  /**
   * A text.
   *
   * @param of null where it is not known
   * @param values all that it can be, given the groups that are declared; null where it can be any
   */
  public record Text(Function<Facts, String> of, Function<GroupNames, List<String>> values)
      implements Reading {}

  /** True or false; always known. */
  public record Flag(java.util.function.Predicate<Facts> of) implements Reading {}

  /**
   * What the page of features says.
   *
   * @param meaning what it is, with its formula
   * @param window over what time
   * @param unknown when it is not known
   */
  public record Said(Unit unit, String meaning, String window, String source, String unknown) {}

  static Feature number(String name, Unit unit, ToDoubleFunction<Facts> of) {
    return of(name, unit, new Number(of));
  }

  static Feature count(String name, ToDoubleFunction<Facts> of) {
    return number(name, Unit.COUNT, of);
  }

  static Feature text(String name, Function<Facts, String> of) {
    return of(name, Unit.TEXT, new Text(of, declared -> null));
  }

  static Feature flag(String name, java.util.function.Predicate<Facts> of) {
    return of(name, Unit.FLAG, new Flag(of));
  }

  private static Feature of(String name, Unit unit, Reading reading) {
    Said said = new Said(unit, "", "lifetime", "", "");
    return new Feature(name, camel(name), reading, said, Motion.still());
  }

  /** A text that is one of these. */
  Feature among(Function<GroupNames, List<String>> values) {
    return new Feature(name, field, new Text(((Text) reading).of, values), said, motion);
  }

  /** A text that is one of these. */
  Feature among(String... values) {
    return among(declared -> List.of(values));
  }

  /** What it is, with its formula. */
  Feature means(String meaning) {
    return saying(new Said(said.unit, meaning, said.window, said.source, said.unknown));
  }

  /** Over what time. */
  Feature over(String window) {
    return saying(new Said(said.unit, said.meaning, window, said.source, said.unknown));
  }

  /** Which topics it comes from. */
  Feature from(String source) {
    return saying(new Said(said.unit, said.meaning, said.window, source, said.unknown));
  }

  Feature unknownWhen(String unknown) {
    return saying(new Said(said.unit, said.meaning, said.window, said.source, unknown));
  }

  /** Published under a name of its own. */
  Feature as(String other) {
    return new Feature(name, other, reading, said, motion);
  }

  /** Not published. */
  Feature unpublished() {
    return as(null);
  }

  Feature moving(Motion<Facts> other) {
    return new Feature(name, field, reading, said, other);
  }

  private Feature saying(Said other) {
    return new Feature(name, field, reading, other, motion);
  }

  /** The group that it belongs to: what stands before the first dot. */
  public String group() {
    int dot = name.indexOf('.');
    return dot < 0 ? "groups" : name.substring(0, dot);
  }

  private static String camel(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? name
        : name.substring(0, dot)
            + Character.toUpperCase(name.charAt(dot + 1))
            + name.substring(dot + 2);
  }
}
