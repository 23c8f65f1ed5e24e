package io.kairos.local.profiles;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sections of a profile's page, in their order. A field goes to the section that names the
 * beginning of it, the longest such; else to that which names what follows one of its words, the
 * first such; else to the last section.
 */
enum Section {
  HEAD("", "customerId", "asOf", "currency"),
  WHO(
      "Who",
      "registered registration gender birth age city province country language timeZone occupation"
          + " consent reachable channel invited invite device platform source test attribute"),
  ACTIVITY(
      "Activity",
      "seen event session visit view search like comment review share login active activity"
          + " cartAdd cartConversion cartAbandonment dwell content click best browse bot"
          + " interaction"),
  CART("Cart", "cart"),
  ORDERS(
      "Orders and spending",
      "order bought buy paid pay spent spend spending refund refunded returned cancelled month"
          + " monthly purchase discount coupon basket money shopping consumption repurchase"
          + " average recency frequency priceSensitivity reducedSpend"),
  INTERESTS(
      "Interests",
      "interest favourite preferred preference affinity category categories brand item top query"
          + " priceBand recentSearches searchStreak searchCategory"),
  PREDICTION(
      "Prediction",
      "prediction predicted pAlive expected lapse score churn risk probability customerValue"),
  SEGMENTS("Segments", "tier stage segment lifecycle history change"),
  WAITS("Open waits", "openRun wait held"),
  MORE("More");

  private record Match(Section section, int length) {}

  private final String title;
  private final List<String> beginnings;

  Section(String title, String... beginnings) {
    this.title = title;
    this.beginnings =
        Arrays.stream(beginnings).flatMap(some -> Arrays.stream(some.split(" "))).toList();
  }

  String title() {
    return title;
  }

  /** Where a field of this name goes. */
  static Section of(String field) {
    String rest = field;
    for (String word : Label.words(field)) {
      Optional<Section> found = beginning(rest);
      if (found.isPresent()) {
        return found.get();
      }
      rest = uncapitalized(rest.substring(word.length()));
    }
    return MORE;
  }

  private static Optional<Section> beginning(String name) {
    return Arrays.stream(values())
        .flatMap(section -> section.beginnings.stream().map(known -> match(section, known, name)))
        .filter(match -> match.length() > 0)
        .max(Comparator.comparingInt(Match::length))
        .map(Match::section);
  }

  /** A beginning ends where a word ends; a plural is the same word. */
  private static Match match(Section section, String known, String name) {
    boolean begins = name.startsWith(known);
    String rest = begins ? name.substring(known.length()) : "?";
    String next = rest.startsWith("s") ? rest.substring(1) : rest;
    boolean ends = next.isEmpty() || !Character.isLowerCase(next.charAt(0));
    return new Match(section, begins && ends ? known.length() : 0);
  }

  private static String uncapitalized(String name) {
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
