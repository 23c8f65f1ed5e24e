package io.kairos.local.rules;

/**
 * What is declared.
 *
 * @param kind what it is
 * @param id kebab-case, unique within the kind
 */
public record DeclarationId(Kind kind, String id) implements Comparable<DeclarationId> {
  /** The switch that pauses all rules at once. It has no body. */
  public static final DeclarationId KILL_SWITCH = new DeclarationId(Kind.POLICY, "kill-switch");

  /** The custom events and attributes that a shop declares: two keys of a file, one declaration. */
  static final DeclarationId DECLARED = new DeclarationId(Kind.ATTRIBUTES, "declared");

  /** The model of predictions. */
  static final DeclarationId MODEL = new DeclarationId(Kind.MODEL, "model");

  /** A rule. */
  public static DeclarationId rule(String id) {
    return new DeclarationId(Kind.RULE, id);
  }

  /** The key of one version's record. */
  public String key(int version) {
    return this + "@" + version;
  }

  /** What people call it: a rule by its id, everything else with its kind. */
  public String title() {
    return equals(KILL_SWITCH) ? "all rules" : kind == Kind.RULE ? id : toString();
  }

  /** What leans on another comes after it. */
  @Override
  public int compareTo(DeclarationId other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return kind.label() + "/" + id;
  }
}
