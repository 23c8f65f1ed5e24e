package io.kairos.engine.fact;

import io.kairos.engine.condition.Function;
import io.kairos.engine.condition.Truth;
import io.kairos.engine.condition.Variable;
import io.kairos.engine.condition.Vocabulary;
import io.kairos.engine.event.EventName;
import io.kairos.engine.profile.Declared;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleFunction;

/** The words that conditions about customers are written in. */
public final class FactVocabulary {
  private FactVocabulary() {}

  /**
   * All features and the functions.
   *
   * @param groups those that are declared, of which {@code segment(...)} may ask for the segments
   * @param tables names that {@code lookup(...)} may ask for
   * @param minorDigits digits of the shop's minor unit
   */
  public static Vocabulary<Facts> of(
      Declared declared, GroupNames groups, Collection<String> tables, int minorDigits) {
    List<Variable<Facts>> variables = new ArrayList<>();
    for (Feature feature : Features.all(declared)) {
      variables.add(variable(feature, groups, minorDigits));
    }
    List<Function<Facts>> functions =
        List.of(
            new Asks.InSegment(groups.segments()),
            new Asks.InterestIn(),
            new Asks.BoughtWithin(),
            new Asks.Lookup(List.copyOf(tables)));
    return Vocabulary.of(new Now(), variables, functions);
  }

  /** The fields of the event that began a run. */
  public static List<Variable<Facts>> ofTheEvent(GroupNames groups, int minorDigits) {
    return Arrays.stream(EventField.values())
        .map(field -> among(variable(field, minorDigits), values(field, groups)))
        .toList();
  }

  private static Variable<Facts> among(Variable<Facts> variable, List<String> values) {
    return values == null ? variable : variable.among(values);
  }

  /** All that a field can be; null where it can be any. */
  private static List<String> values(EventField field, GroupNames groups) {
    return switch (field) {
      case NAME ->
          Arrays.stream(EventName.values())
              .filter(name -> name != EventName.UNKNOWN)
              .map(EventName::label)
              .toList();
      case TO -> groups.tiers();
      case SEGMENT -> groups.segments();
      default -> null;
    };
  }

  private static Variable<Facts> variable(EventField field, int minorDigits) {
    String name = field.label();
    return switch (field.kind()) {
      case TEXT -> Variable.text(name, f -> f.about().text(field));
      case NUMBER -> Variable.number(name, f -> number(f, field, 1));
      case INSTANT ->
          Variable.<Facts>number(name, f -> number(f, field, 1))
              .shown(millis -> Instant.ofEpochMilli((long) millis).toString());
      case MONEY ->
          Variable.<Facts>number(name, f -> number(f, field, f.lens().minorPerMajor()))
              .shown(money(minorDigits));
    };
  }

  private static double number(Facts facts, EventField field, double unit) {
    long number = facts.about().number(field);
    return number == About.UNKNOWN ? Double.NaN : number / unit;
  }

  private static Variable<Facts> variable(Feature feature, GroupNames groups, int minorDigits) {
    Variable<Facts> variable =
        read(feature.name(), feature.reading(), groups).moving(feature.motion());
    Unit unit = feature.said().unit();
    boolean money = unit == Unit.MONEY || unit == Unit.ESTIMATE;
    return money ? variable.shown(money(minorDigits)) : variable;
  }

  private static Variable<Facts> read(String name, Feature.Reading reading, GroupNames groups) {
    if (reading instanceof Feature.Number number) {
      return Variable.number(name, number.of());
    }
    if (reading instanceof Feature.Text text) {
      return among(Variable.text(name, text.of()), text.values().apply(groups));
    }
    Feature.Flag flag = (Feature.Flag) reading;
    return Variable.flag(name, facts -> Truth.of(flag.of().test(facts)));
  }

  private static DoubleFunction<String> money(int minorDigits) {
    return amount ->
        Double.isFinite(amount)
            ? new BigDecimal(amount).setScale(minorDigits, RoundingMode.HALF_UP).toPlainString()
            : String.valueOf(amount);
  }

  private record Now() implements Vocabulary.Timeline<Facts> {
    @Override
    public long now(Facts facts) {
      return facts.nowMillis();
    }

    @Override
    public Facts at(Facts facts, long millis) {
      return facts.at(millis);
    }
  }
}
