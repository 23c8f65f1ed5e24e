package io.kairos.engine.fact;

import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.PriceLevel;
import io.kairos.engine.interest.Scores;
import io.kairos.engine.interest.Search;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the customer is interested in. */
final class InterestFeatures {
  private static final String ALL = "clickstream, cart, orders";
  private static final String FADING = "fading: half counts after the half-life of the rule file";

  private InterestFeatures() {}

  static List<Feature> all() {
    return List.of(
        Feature.text("interests.topCategory", Tastes::topCategory)
            .means(
                "The first part of the category path of most weight. Views, likes, cart adds and"
                    + " paid orders weigh as the rule file says.")
            .over(FADING)
            .from(ALL)
            .unknownWhen("no category was named")
            .as("topCategory"),
        first("interests.topPath", "topCategoryPath", f -> interests(f).categories())
            .means("The category path of most weight, whole.")
            .unknownWhen("no category was named"),
        first("interests.topBrand", "topBrand", f -> interests(f).brands())
            .means("The brand of most weight.")
            .unknownWhen("no brand was named"),
        first("interests.topContent", "topContent", f -> interests(f).contents())
            .means("The kind of content of most weight: short-video, article, live or another.")
            .from("clickstream")
            .unknownWhen("no content was named"),
        band("interests.priceBandViewed", f -> interests(f).viewed())
            .means(
                "Price band of what is viewed: the geometric mean of prices, by the bands of"
                    + " the rule file.")
            .from("clickstream")
            .unknownWhen("no price was viewed")
            .as("priceBandViewed"),
        band("interests.priceBandBought", f -> interests(f).bought())
            .means("Price band of what is bought, likewise.")
            .from("orders")
            .unknownWhen("no price was paid")
            .as("priceBandBought"),
        Feature.text("interests.brandTier", Tastes::brandTier)
            .means(
                "premium or value, whichever has more weight among the brands of the table"
                    + " brand-tiers.")
            .over(FADING)
            .from(ALL)
            .unknownWhen("none of the brands is in the table")
            .as("brandTier"),
        Feature.count("search.streakDays", f -> queryStreak(f).map(Search::streak).orElse(0))
            .means(
                "Days in a row, up to today or yesterday, on which the same query was searched"
                    + " for; the longest such streak. Queries are compared in lower case, with"
                    + " single blanks and compatible characters made one (NFKC).")
            .over("the last 5 queries, in the customer's zone")
            .from("clickstream")
            .moving(f -> breaks(f, queryStreak(f)))
            .as("searchStreakDays"),
        Feature.text("search.streakQuery", f -> queryStreak(f).map(Search::text).orElse(null))
            .means("The query of that streak.")
            .over("the last 5 queries, in the customer's zone")
            .from("clickstream")
            .unknownWhen("nothing was searched for since yesterday")
            .moving(f -> breaks(f, queryStreak(f)))
            .as("searchStreakQuery"),
        Feature.count(
                "search.categoryStreakDays", f -> categoryStreak(f).map(Search::streak).orElse(0))
            .means("The same for the category of the searches.")
            .over("the last 3 categories, in the customer's zone")
            .from("clickstream")
            .moving(f -> breaks(f, categoryStreak(f)))
            .as("searchCategoryStreakDays"),
        Feature.text("search.streakCategory", f -> categoryStreak(f).map(Search::text).orElse(null))
            .means("The category of that streak.")
            .over("the last 3 categories, in the customer's zone")
            .from("clickstream")
            .unknownWhen("no category was searched since yesterday")
            .moving(f -> breaks(f, categoryStreak(f)))
            .as("searchStreakCategory"));
  }

  private static Feature first(String name, String field, Function<Facts, Scores> scores) {
    return Feature.text(name, f -> scores.apply(f).heaviest()).over(FADING).from(ALL).as(field);
  }

  private static Feature band(String name, Function<Facts, PriceLevel> level) {
    return Feature.number(
            name,
            Unit.COUNT,
            f -> {
              PriceLevel prices = level.apply(f);
              Lens lens = f.lens();
              return prices.isKnown()
                  ? lens.yardsticks().priceBand(prices, lens.minorPerMajor())
                  : Double.NaN;
            })
        .over(FADING);
  }

  static Optional<Search> queryStreak(Facts facts) {
    return facts.profile().searches().queryStreak(today(facts));
  }

  private static Optional<Search> categoryStreak(Facts facts) {
    return facts.profile().searches().categoryStreak(today(facts));
  }

  private static int today(Facts facts) {
    return facts.calendar().dayOfCustomer(facts.nowMillis() - facts.calendar().spreadMillis());
  }

  private static long breaks(Facts facts, Optional<Search> streak) {
    return streak
        .map(
            search ->
                facts.calendar().startOfCustomerDay(search.lastDay() + 2)
                    + facts.calendar().spreadMillis())
        .orElse(Long.MAX_VALUE);
  }

  private static Interests interests(Facts facts) {
    return facts.profile().interests();
  }
}
