package io.kairos.engine.fact;

import io.kairos.engine.condition.Motion;
import io.kairos.engine.profile.Declared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page that lists every feature, made from {@link Features}. */
final class FeaturePage {
  private static final String HEAD =
      """
      # Profile

      Generated from `Features`; a test fails when this page and the code differ. To write it \
      anew: `./mvnw -pl engine test -Dkairos.docs=write`.

      These are the names that conditions ask for: see [Rules](rules.md). The column "Field" is the \
      field of the topic `profiles` that publishes the same value; the other fields of that topic \
      are on the page [Topics](topics.md).

      ## How to read the tables

      **Windows.** A window of 30 days is today and the 29 days before it. Days are calendar days, \
      and windows turn once a day: at midnight in the shop's zone and a part of 6 hours after it \
      that the customer's id fixes. Until that turn a window holds one day more. So not all \
      customers turn at one instant. What comes new counts at once. Windows of calendar months turn \
      likewise, on the first of a month. "Lifetime" is all that was ever heard of.

      **Zones.** Days, months and money are those of `shop.time-zone`. Hours, streaks of searches \
      and the age are those of the customer's own zone, or the shop's where that is not known; \
      streaks and the age turn with the windows. Whole days since something are 24 hours each and \
      know no zone; but `orders.recencyDays` and the predictions count days of the shop, and turn \
      with the windows.

      **Late events.** A late event is filed under its own day where that day is still kept: 90 days \
      for activity, of which only likes, comments and shares are counted beyond 30; 365 days for \
      orders. Behind that it counts in lifetime sums only.

      **Ceilings.** Where the window says that a day counts at most so many, a day with more counts \
      so many. Browse time has a ceiling of 24 hours a day, sessions with a cart one of 127 a day.

      **Many purchase days.** The last 24 purchase days are kept one by one. Of a customer with more \
      of them in a year, the earlier ones count by calendar month: a month stays in a window for as \
      long as its last day does.

      **Money.** Conditions write and compare the major unit of the shop's currency, such as `49.90`. \
      Fields of the profile are in the minor unit, but for estimates, which are in the major unit.

      **Not known.** A value that is not known makes no comparison true, nor its negation. \
      `known(x)` asks for it. The field of the profile is then null.

      **Changes with time.** "Yes" means that the value can change though no event comes. Kairos \
      knows when, and looks then. Weights of interests fade all alike, so which is the heaviest \
      does not change with time. Tier and stage are asked anew when what they rest on changes. A \
      profile that was published is as of its `asOf`: it is not published anew because a window \
      turned.

      **P(alive)** is exactly 1 for a customer who bought on one day only: the model cannot tell of \
      one. Such customers need a rule of their own, as the default segment `one-time-lapsed` has.

      **Interests** keep the 5 heaviest categories, the 5 heaviest brands and the 3 heaviest kinds \
      of content of a customer. A name that falls out begins anew if it comes again.
      """;

  private static final String TAIL =
      """

      ## Functions

      | Function | Result | Meaning |
      | --- | --- | --- |
      | `segment('s')` | true or false | whether the segment or stage `s` holds. The name is written \
      out and must be in the rule file |
      | `interest('c')` | share, 0 to 1 | share of the category `c`, with all that stands below it on \
      its path, in the weight of all categories kept; 0 where it is none of them |
      | `boughtWithin('c', n)` | true or false | whether a paid order of the last n days held \
      something of the category `c` or below it. n is a whole number from 1 to 3650; the 16 \
      categories bought last are kept, those above them on their paths counted in; changes with time |
      | `lookup('t', key)` | text | what the table `t` of the rule file says of a key, else what it \
      says of `'*'`, else the empty text `''` |
      | `known(x)` | true or false | whether the variable or call `x` is known |
      """;

  private static final String OWN = "NAME";

  private FeaturePage() {}

  /** Every feature, and those of a name that a shop declares. */
  static List<Feature> features() {
    return Features.all(new Declared(Set.of(OWN), Set.of(OWN)));
  }

  static String text() {
    Map<String, List<Feature>> groups = new LinkedHashMap<>();
    for (Feature feature : features()) {
      groups.computeIfAbsent(feature.group(), group -> new ArrayList<>()).add(feature);
    }
    StringBuilder text = new StringBuilder(HEAD);
    groups.forEach((group, features) -> table(group, features, text));
    return text.append(TAIL).toString();
  }

  private static void table(String group, List<Feature> features, StringBuilder text) {
    text.append("\n## ").append(group).append("\n\n").append(about(group));
    text.append(
        "| Name | Field | Meaning | Window | Unit | From | Not known | Changes with time |\n");
    text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    features.forEach(feature -> text.append(row(feature)).append('\n'));
  }

  private static String about(String group) {
    return switch (group) {
      case "custom" ->
          "For each name under `events` of the rule file. The profile publishes them in the list"
              + " `customEvents`.\n\n";
      case "attribute" ->
          "For each name under `attributes` of the rule file. The profile publishes them in the map"
              + " `attributes`. A value is kept up to 64 bytes, all together up to 320;"
              + " a value for which there is no room is not taken.\n\n";
      default -> "";
    };
  }

  private static String row(Feature feature) {
    Feature.Said said = feature.said();
    List<String> cells =
        List.of(
            "`" + feature.name() + "`",
            feature.field() == null ? "not published" : "`" + feature.field() + "`",
            said.meaning(),
            said.window(),
            said.unit().words(),
            said.source(),
            said.unknown().isEmpty() ? "never" : said.unknown(),
            feature.motion() == Motion.<Facts>still() ? "no" : "yes");
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Whether the feature says that it has a value of every customer. */
  static boolean isAlwaysKnown(Feature feature) {
    return feature.said().unknown().matches("(never(;.*)?)?");
  }
}
