package io.kairos.flink.operator;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Feature;
import io.kairos.engine.fact.Features;
import io.kairos.engine.fact.Unit;
import io.kairos.wire.Profile;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Writes the features of the catalogue into the fields that publish them. */
final class FeatureFields {
  private final List<Target> targets = new ArrayList<>();
  private final double minorPerMajor;

  /**
   * @param minorPerMajor how many minor units the major unit has
   */
  FeatureFields(double minorPerMajor) {
    this.minorPerMajor = minorPerMajor;
    for (Feature feature : Features.all()) {
      if (feature.field() != null) {
        Schema.Field field = Profile.SCHEMA$.getField(feature.field());
        targets.add(new Target(feature, field.pos(), type(field.schema())));
      }
    }
  }

  /** Where a feature goes. */
  private record Target(Feature feature, int position, Schema.Type type) {}

  /** The type of a field, or of what an optional one holds. */
  private static Schema.Type type(Schema schema) {
    return schema.getType() == Schema.Type.UNION
        ? schema.getTypes().get(1).getType()
        : schema.getType();
  }

  void write(Facts facts, Profile record) {
    for (Target target : targets) {
      Object value = value(target, facts);
      if (value != null) {
        record.put(target.position(), value);
      }
    }
  }

  private Object value(Target target, Facts facts) {
    Feature.Reading reading = target.feature().reading();
    if (reading instanceof Feature.Text text) {
      return text.of().apply(facts);
    }
    if (reading instanceof Feature.Flag flag) {
      return flag.of().test(facts);
    }
    double number = ((Feature.Number) reading).of().applyAsDouble(facts);
    return Double.isNaN(number) ? null : number(target, number);
  }

  /** Conditions ask for money in the major unit, profiles publish it in the minor one. */
  private Object number(Target target, double number) {
    boolean money = target.feature().said().unit() == Unit.MONEY;
    double published = money ? number * minorPerMajor : number;
    return switch (target.type()) {
      case LONG -> Math.round(published);
      case INT -> (int) Math.round(published);
      default -> published;
    };
  }
}
