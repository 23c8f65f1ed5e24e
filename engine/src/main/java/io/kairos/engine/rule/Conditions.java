package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.ConditionCompiler;
import io.kairos.engine.condition.Expression;
import io.kairos.engine.condition.Vocabulary;
import io.kairos.engine.fact.FactVocabulary;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.ProfilePolicy;
import java.util.Collection;
import java.util.List;

/** Reads the conditions of a rule file. */
final class Conditions {
  private final ProfilePolicy profile;
  private final int minorDigits;
  private final ConditionCompiler<Facts> customer;
  private final Vocabulary<Facts> words;

  /**
   * @param segments names that conditions may ask for
   */
  Conditions(ProfilePolicy profile, Collection<String> segments, int minorDigits) {
    this.profile = profile;
    this.minorDigits = minorDigits;
    this.words =
        FactVocabulary.of(
            profile.declared(), segments, profile.yardsticks().tables().keySet(), minorDigits);
    this.customer = new ConditionCompiler<>(words);
  }

  /** Those that may ask for these segments only. */
  Conditions among(Collection<String> segments) {
    return new Conditions(profile, segments, minorDigits);
  }

  /** The conditions about a customer under a key: one or a list. */
  List<Condition<Facts>> all(Section section, String key) {
    return section.texts(key).stream().map(text -> read(section, key, text)).toList();
  }

  /** The conditions about a customer and the event at hand under a key: one or a list. */
  List<Condition<Facts>> ofTheEvent(Section section, String key) {
    if (!section.has(key)) {
      return List.of();
    }
    var event = new ConditionCompiler<>(words.with(FactVocabulary.ofTheEvent()));
    return section.texts(key).stream()
        .map(text -> section.read(key, text, event::condition))
        .toList();
  }

  /** One condition about a customer of which the instant can be solved for. */
  Condition<Facts> solvable(Section section, String key, String text) {
    return section.read(key, text, customer::solvable);
  }

  /** A value of any type about a customer. */
  Expression<Facts> value(Section section, String key) {
    return section.read(key, section.text(key), customer::expression);
  }

  /** One condition about a customer. */
  Condition<Facts> read(Section section, String key, String text) {
    return section.read(key, text, customer::condition);
  }
}
