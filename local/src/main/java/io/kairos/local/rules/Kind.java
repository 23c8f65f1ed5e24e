package io.kairos.local.rules;

import io.kairos.engine.rule.Declaration;
import io.kairos.wire.RuleKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be declared. What leans on another comes after it. */
public enum Kind {
  ATTRIBUTES("declaration of names", "declarations of names"),
  MODEL("model", "models"),
  TABLE("table", "tables"),
  POLICY("policy", "policies"),
  TIER("list of tiers", "lists of tiers"),
  SEGMENT("list of segments", "lists of segments"),
  RULE("rule", "rules");

  private final String one;
  private final String many;

  Kind(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** A number of them, as "2 rules". */
  String counted(long count) {
    return count + " " + (count == 1 ? one : many);
  }

  /** As it stands in keys of the topic and on the command line: lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it stands in records of the topic. */
  RuleKind onTheWire() {
    return RuleKind.valueOf(name());
  }

  /** As the engine calls it. */
  Declaration.Kind inTheEngine() {
    return Declaration.Kind.valueOf(name());
  }

  /** Empty for a kind that this release does not know. */
  static Optional<Kind> of(RuleKind wire) {
    return Arrays.stream(values()).filter(kind -> kind.onTheWire() == wire).findFirst();
  }
}
