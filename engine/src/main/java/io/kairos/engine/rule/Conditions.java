package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.ConditionCompiler;
import io.kairos.engine.fact.FactVocabulary;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.ProfilePolicy;
import java.util.Collection;
import java.util.List;

/** Reads the conditions of a rule file. */
final class Conditions {
  private final ProfilePolicy profile;
  private final int minorDigits;
  private final ConditionCompiler<Facts> compiler;

  /**
   * @param segments names that conditions may ask for
   */
  Conditions(ProfilePolicy profile, Collection<String> segments, int minorDigits) {
    this.profile = profile;
    this.minorDigits = minorDigits;
    this.compiler =
        new ConditionCompiler<>(
            FactVocabulary.of(
                profile.declared(), segments, profile.yardsticks().tables().keySet(), minorDigits));
  }

  /** Those that may ask for these segments only. */
  Conditions among(Collection<String> segments) {
    return new Conditions(profile, segments, minorDigits);
  }

  /** The conditions under a key: one or a list. */
  List<Condition<Facts>> all(Section section, String key) {
    return section.texts(key).stream().map(text -> read(section, key, text)).toList();
  }

  /** One condition. */
  Condition<Facts> read(Section section, String key, String text) {
    return section.read(key, text, compiler::condition);
  }
}
