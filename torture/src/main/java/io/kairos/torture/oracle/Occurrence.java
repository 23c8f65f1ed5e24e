package io.kairos.torture.oracle;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that rules can react to. One event of the log can be several.
 *
 * @param cause the event that it came with
 * @param fields what conditions may ask about it
 */
record Occurrence(
    EventName name, Happening cause, Moment moment, Map<String, Value> fields, About about) {

  /**
   * When it happened.
   *
   * @param timeMillis of an event its time, of a tier the instant at which it changed
   * @param start tells it from others in the occasion of a run
   */
  record Moment(long timeMillis, String start) {
    static Moment of(Happening event) {
      return new Moment(event.timeMillis(), event.eventId());
    }

    static Moment of(String tier, long positionMillis) {
      return new Moment(positionMillis, tier + positionMillis);
    }
  }

  /**
   * What it is about.
   *
   * @param cart key of the cart; null for none
   * @param order null for none
   */
  record About(String cart, String order, Set<String> items, Set<String> tiers) {
    static final About NOTHING = new About(null, null, Set.of(), Set.of());

    static About cart(String key, Set<String> items) {
      return new About(key, null, items, Set.of());
    }

    static About order(String id, Set<String> items) {
      return new About(null, id, items, Set.of());
    }

    static About items(Set<String> items) {
      return new About(null, null, items, Set.of());
    }

    static About tiers(Set<String> tiers) {
      return new About(null, null, Set.of(), tiers);
    }
  }

  /** What is in the log itself. */
  static Occurrence of(EventName name, Happening cause, Map<String, Value> fields, About about) {
    return new Occurrence(name, cause, Moment.of(cause), fields, about);
  }

  Optional<String> cart() {
    return Optional.ofNullable(about.cart());
  }

  Optional<String> order() {
    return Optional.ofNullable(about.order());
  }

  Set<String> items() {
    return about.items();
  }

  Set<String> tiers() {
    return about.tiers();
  }

  long timeMillis() {
    return moment.timeMillis();
  }
}
