package io.kairos.engine.fact;

import io.kairos.engine.event.CustomerChange.Details;
import java.util.List;

/** Who the customer is. */
final class WhoFeatures {
  private static final String CUSTOMERS = "customers";

  private WhoFeatures() {}

  static List<Feature> all() {
    return List.of(
        Feature.text("customer.ageBand", Ages::band)
            .among(declared -> Ages.BANDS)
            .means(
                "Age band from the date of birth: under-18, 18-24, 25-35, 36-45, 46+ or unknown."
                    + " Without month and day of birth the customer counts as born on 31 December."
                    + " No age is stored.")
            .over("at the instant; a birthday counts from the customer's turn of the day on")
            .from(CUSTOMERS)
            .unknownWhen("never; unknown is one of the bands")
            .moving(Motions.once(Ages::bandChanges))
            .as("ageBand"),
        said("customer.gender", "Gender as the customer gave it.", Details::gender),
        said("customer.city", "City of residence.", Details::city),
        Feature.text("customer.cityTier", WhoFeatures::cityTier)
            .means("Tier of the city by the table city-tiers of the rule file.")
            .over("last given")
            .from(CUSTOMERS)
            .unknownWhen("no city was given, or the table does not have it")
            .as("cityTier"),
        said("customer.occupation", "Occupation.", Details::occupation),
        said("customer.language", "Language as a BCP 47 tag.", Details::language),
        said("customer.timeZone", "Time zone id.", Details::timeZone),
        Feature.number(
                "customer.registeredDays",
                Unit.DAYS,
                f -> Ages.daysSince(f.profile().person().registeredAtMillis(), f))
            .means("Whole days since registration.")
            .from(CUSTOMERS)
            .unknownWhen("no registration was heard of")
            .moving(Motions.daysSince(f -> f.profile().person().registeredAtMillis()))
            .unpublished());
  }

  private static Feature said(
      String name, String meaning, java.util.function.Function<Details, String> of) {
    return Feature.text(name, f -> of.apply(f.profile().person().details()))
        .means(meaning)
        .over("last given")
        .from(CUSTOMERS)
        .unknownWhen("not given")
        .as(name.substring(name.indexOf('.') + 1));
  }

  private static String cityTier(Facts facts) {
    String city = facts.profile().person().details().city();
    return city == null ? null : facts.lens().yardsticks().lookup("city-tiers", city);
  }
}
