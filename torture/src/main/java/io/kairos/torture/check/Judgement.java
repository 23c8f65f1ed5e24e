package io.kairos.torture.check;

import io.kairos.torture.oracle.ExpectedTrigger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Holds what went out against what must have, one customer after the other. */
final class Judgement {
  private final Sightings sightings;
  private final Map<String, Sighting> left = new HashMap<>();
  private final Set<String> uncovered = new HashSet<>();
  private final Differences lost;
  private final Differences wrong;
  private int expected;
  private int matched;
  private int customers;

  /**
   * Of nobody yet.
   *
   * @param untilMillis event time up to which all was decided, inclusive; later ones do not count
   */
  Judgement(Sightings sightings, long untilMillis) {
    this.sightings = sightings;
    this.lost = new Differences(sightings.recall());
    this.wrong = new Differences(sightings.recall());
    sightings
        .byId()
        .forEach(
            (id, sighting) -> {
              if (sighting.about().eventTimeMillis() <= untilMillis) {
                left.put(id, sighting);
              }
            });
  }

  void judge(Expectation expectation) {
    customers++;
    if (expectation.isCovered()) {
      expectation.triggers().forEach(this::judge);
    } else {
      uncovered.add(expectation.customerId());
    }
  }

  private void judge(ExpectedTrigger trigger) {
    expected++;
    Sighting sighting = left.remove(trigger.id());
    if (sighting == null) {
      lost.missing(trigger);
      return;
    }
    matched++;
    if (!sighting.payload().hex().equals(trigger.payloadSha256())) {
      wrong.between(trigger, sighting);
    }
  }

  /** After all customers. */
  Verdict verdict(Guarantee guarantee) {
    Collection<Sighting> all = sightings.byId().values();
    left.values().removeIf(sighting -> uncovered.contains(sighting.about().customerId()));
    all.stream().filter(sighting -> sighting.tally().flaw() != null).forEach(wrong::flawed);
    return new Verdict(
        expected,
        matched + left.size(),
        lost.sorted(),
        those(left.values(), sighting -> true),
        wrong.sorted(),
        those(all, sighting -> sighting.tally().contradictions() > 0),
        (int) all.stream().filter(sighting -> sighting.tally().times() > 1).count(),
        those(all, sighting -> !guarantee.allows(sighting.tally().times())),
        customers,
        uncovered.size());
  }

  private List<Difference> those(Collection<Sighting> among, Predicate<Sighting> which) {
    Differences differences = new Differences(sightings.recall());
    among.stream().filter(which).forEach(differences::unexpected);
    return differences.sorted();
  }
}
