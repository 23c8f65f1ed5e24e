package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.ConditionCompiler;
import io.kairos.engine.condition.Expression;
import io.kairos.engine.condition.Spelling;
import io.kairos.engine.condition.Vocabulary;
import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.FactVocabulary;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.GroupNames;
import io.kairos.engine.profile.ProfilePolicy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads the conditions of a rule file. Compilers are made once, since that takes a while. */
final class Conditions {
  private final ProfilePolicy profile;
  private final GroupNames groups;
  private final int minorDigits;
  private final Vocabulary<Facts> words;
  private final ConditionCompiler<Facts> compiler;
  private Conditions aboutEvents;

  /**
   * @param groups those that conditions may ask for
   */
  Conditions(ProfilePolicy profile, GroupNames groups, int minorDigits) {
    this(
        profile,
        groups,
        minorDigits,
        FactVocabulary.of(
            profile.declared(), groups, profile.yardsticks().tables().keySet(), minorDigits));
  }

  private Conditions(
      ProfilePolicy profile, GroupNames groups, int minorDigits, Vocabulary<Facts> words) {
    this.profile = profile;
    this.groups = groups;
    this.minorDigits = minorDigits;
    this.words = words;
    this.compiler = new ConditionCompiler<>(words);
  }

  /** Those that may ask for these segments only. */
  Conditions among(Collection<String> segments) {
    return new Conditions(profile, groups.among(segments), minorDigits);
  }

  /** Those that may ask for the event that began a run, too. */
  Conditions aboutEvents() {
    if (aboutEvents == null) {
      Vocabulary<Facts> wider = words.with(FactVocabulary.ofTheEvent(groups, minorDigits));
      aboutEvents = new Conditions(profile, groups, minorDigits, wider);
    }
    return aboutEvents;
  }

  /** The custom events that the shop declares. */
  Set<String> declaredEvents() {
    return profile.declared().events();
  }

  /**
   * The event of a name.
   *
   * @throws IllegalArgumentException if there is none; the message says which was probably meant
   */
  EventName event(String label) {
    try {
      return EventName.of(label);
    } catch (IllegalArgumentException unknown) {
      List<String> labels = Arrays.stream(EventName.values()).map(EventName::label).toList();
      String hint = Spelling.nearest(label, labels).map("; did you mean %s?"::formatted).orElse("");
      throw new IllegalArgumentException(
          unknown.getMessage() + hint + " A custom event is declared under events.", unknown);
    }
  }

  /** The conditions about a customer under a key: one or a list. */
  List<Condition<Facts>> all(Section section, String key) {
    return section.texts(key).stream().map(text -> read(section, key, text)).toList();
  }

  /** The conditions about a customer and the event at hand under a key: one or a list. */
  List<Condition<Facts>> ofTheEvent(Section section, String key) {
    return section.has(key) ? aboutEvents().all(section, key) : List.of();
  }

  /** One condition about a customer of which the instant can be solved for. */
  Condition<Facts> solvable(Section section, String key, String text) {
    return section.read(key, text, compiler::solvable);
  }

  /** A value of any type about a customer. */
  Expression<Facts> value(Section section, String key) {
    return section.read(key, section.text(key), compiler::expression);
  }

  /** One condition about a customer. */
  Condition<Facts> read(Section section, String key, String text) {
    return section.read(key, text, compiler::condition);
  }
}
