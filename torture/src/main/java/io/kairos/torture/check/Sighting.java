package io.kairos.torture.check;

import io.kairos.wire.Trigger;

/**
 * A trigger that went out, once or more often. A night has more than a million, so what they said
 * is not kept: it is in the topic.
 *
 * @param place of its first record
 * @param payload of its first record, Avro in single-object encoding
 */
record Sighting(String id, About about, Place place, Sha256 payload, Tally tally) {

  /**
   * What it is about.
   *
   * @param eventTimeMillis the release in event time
   */
  record About(String customerId, String rule, long eventTimeMillis) {
    static About of(Trigger trigger) {
      return new About(
          trigger.getCustomerId().intern(), trigger.getRule().intern(), trigger.getEventTime());
    }
  }

  /**
   * What its records showed.
   *
   * @param times how often it went out
   * @param contradictions how many of the repeats had another value than the first
   * @param flaw the first that was found; null for none
   */
  record Tally(int times, int contradictions, Flaw flaw) {
    private static final Tally ONCE = new Tally(1, 0, null);

    static Tally first(Flaw flaw) {
      return flaw == null ? ONCE : new Tally(1, 0, flaw);
    }

    Tally again(int contradiction, Flaw found) {
      return new Tally(times + 1, contradictions + contradiction, flaw == null ? found : flaw);
    }
  }

  static Sighting first(Trigger trigger, Place place, Sha256 payload, Flaw flaw) {
    return new Sighting(trigger.getId(), About.of(trigger), place, payload, Tally.first(flaw));
  }

  /** The same after one more record. */
  Sighting again(Sha256 repeat, Flaw flaw) {
    int contradiction = repeat.equals(payload) ? 0 : 1;
    return new Sighting(id, about, place, payload, tally.again(contradiction, flaw));
  }
}
