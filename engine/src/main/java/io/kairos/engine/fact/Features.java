package io.kairos.engine.fact;

import io.kairos.engine.profile.CustomCount;
import io.kairos.engine.profile.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** All features, in the order of the page. */
public final class Features {
  private static final List<Feature> BUILT_IN = builtIn();

  private Features() {}

  /** Those of every shop. */
  public static List<Feature> all() {
    return BUILT_IN;
  }

  /** Those of every shop, and those of names that a shop declares. */
  public static List<Feature> all(Declared declared) {
    List<Feature> all = new ArrayList<>(BUILT_IN);
    declared.events().stream().sorted().forEach(name -> all.addAll(custom(name)));
    declared.attributes().stream().sorted().forEach(name -> all.add(attribute(name)));
    return List.copyOf(all);
  }

  private static List<Feature> builtIn() {
    List<Feature> all = new ArrayList<>(WhoFeatures.all());
    all.addAll(ActivityFeatures.all());
    all.addAll(MoneyFeatures.all());
    all.addAll(InterestFeatures.all());
    all.addAll(PredictionFeatures.all());
    all.addAll(GroupFeatures.all());
    return List.copyOf(all);
  }

  private static List<Feature> custom(String name) {
    ToLongFunction<Facts> last =
        f -> f.profile().custom().event(name).map(CustomCount::lastMillis).orElse(0L);
    return List.of(
        Feature.count(
                "custom." + name + ".count",
                f -> f.profile().custom().event(name).map(CustomCount::count).orElse(0L))
            .means("How often the custom event came.")
            .from("clickstream")
            .unpublished(),
        Feature.number(
                "custom." + name + ".days", Unit.DAYS, f -> Ages.daysSince(last.applyAsLong(f), f))
            .means("Whole days since the custom event came last.")
            .from("clickstream")
            .unknownWhen("it never came")
            .moving(Motions.daysSince(last))
            .unpublished());
  }

  private static Feature attribute(String name) {
    return Feature.text("attribute." + name, f -> f.profile().custom().attribute(name))
        .means("The last value of the attribute.")
        .from("all topics")
        .unknownWhen("never given")
        .unpublished();
  }
}
