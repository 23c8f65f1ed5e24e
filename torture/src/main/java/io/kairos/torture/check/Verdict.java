package io.kairos.torture.check;

import io.kairos.torture.oracle.ExpectedTrigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What went out held against what must have gone out.
 *
 * @param expected how many triggers must have gone out
 * @param seen how many did, repeats not counted
 * @param lost did not go out
 * @param unexpected went out, and must not have
 * @param wrong went out otherwise than they must have
 * @param contradicted went out again, and otherwise than the first time
 * @param repeated how many went out more than once
 * @param tooOften went out more often than the guarantee allows
 * @param customers how many there were
 * @param unjudged how many of them the reference does not cover
 */
public record Verdict(
    int expected,
    int seen,
    List<Difference> lost,
    List<Difference> unexpected,
    List<Difference> wrong,
    List<Difference> contradicted,
    int repeated,
    List<Difference> tooOften,
    int customers,
    int unjudged) {

  private static final int ONE_OF = 20;

  /**
   * Judges.
   *
   * @param sightings of every time
   * @param untilMillis event time up to which all was decided, inclusive; later ones do not count
   */
  public static Verdict of(
      Guarantee guarantee, Expectation expectation, List<Sighting> sightings, long untilMillis) {
    Map<String, Sighting> left = new HashMap<>();
    sightings.stream()
        .filter(sighting -> sighting.eventTimeMillis() <= untilMillis)
        .filter(sighting -> !expectation.uncovered().containsKey(sighting.customerId()))
        .forEach(sighting -> left.put(sighting.id(), sighting));
    int seen = left.size();
    List<Difference> lost = new ArrayList<>();
    List<Difference> wrong = new ArrayList<>();
    for (ExpectedTrigger trigger : expectation.triggers()) {
      Sighting sighting = left.remove(trigger.id());
      if (sighting == null) {
        lost.add(Difference.missing(trigger));
      } else if (!Sha256.hex(sighting.value()).equals(trigger.payloadSha256())) {
        wrong.add(Difference.between(trigger, sighting));
      }
    }
    return new Verdict(
        expectation.triggers().size(),
        seen,
        sorted(lost),
        those(left.values(), sighting -> true),
        sorted(wrong),
        those(sightings, sighting -> sighting.contradictions() > 0),
        (int) sightings.stream().filter(sighting -> sighting.times() > 1).count(),
        those(sightings, sighting -> !guarantee.allows(sighting.times())),
        expectation.customers(),
        expectation.uncovered().size());
  }

  /**
   * Whether all is as it must be. Where the reference has nothing to say of one customer in twenty,
   * it is not.
   */
  public boolean isClean() {
    return lost.isEmpty()
        && unexpected.isEmpty()
        && wrong.isEmpty()
        && contradicted.isEmpty()
        && tooOften.isEmpty()
        && unjudged * ONE_OF <= customers;
  }

  private static List<Difference> those(Collection<Sighting> sightings, Predicate<Sighting> which) {
    return sorted(sightings.stream().filter(which).map(Difference::unexpected).toList());
  }

  private static List<Difference> sorted(List<Difference> differences) {
    return differences.stream()
        .sorted(Comparator.comparingLong(Difference::eventTimeMillis))
        .toList();
  }
}
