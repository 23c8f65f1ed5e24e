package io.kairos.torture.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * What went out held against what must have gone out.
 *
 * @param expected how many triggers must have gone out
 * @param seen how many did, repeats not counted
 * @param lost did not go out
 * @param unexpected went out, and must not have
 * @param wrong went out otherwise than they must have: with another payload, another key, other
 *     headers, out of order or ahead of the clock
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
   * @param expectations of each customer in the log
   * @param sightings of every time
   * @param untilMillis event time up to which all was decided, inclusive; later ones do not count
   */
  public static Verdict of(
      Guarantee guarantee,
      Stream<Expectation> expectations,
      Sightings sightings,
      long untilMillis) {
    Judgement judgement = new Judgement(sightings, untilMillis);
    expectations.forEach(judgement::judge);
    return judgement.verdict(guarantee);
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
}
