package io.kairos.engine.predict;

/**
 * The Gamma-Gamma model of spend per purchase: Fader and Hardie, note 025 (2013). Each customer's
 * purchases scatter around a mean of their own, the means are spread over customers, and neither
 * depends on how often they buy. Amounts are in the unit of v.
 *
 * @param p shape of one customer's purchases, above 0
 * @param q shape of the spread over customers, above 1: at or below 1 there is no mean
 * @param v scale of the spread, in units of money, above 0
 */
public record GammaGamma(double p, double q, double v) {
  public GammaGamma {
    Parameter.positive("p", p);
    Parameter.positive("q", q);
    Parameter.positive("v", v);
    if (q <= 1) {
      throw new IllegalArgumentException("q must be above 1, not " + q);
    }
  }

  /** Mean spend per purchase over all customers. */
  public double meanSpend() {
    return p * v / (q - 1);
  }

  /**
   * Expected spend per purchase of one customer: between {@link #meanSpend} and the customer's own
   * mean, and nearer to the latter the more purchases it rests on. For x = 0 the former.
   *
   * @param x purchase days after the first
   * @param meanRepeatSpend mean spend of those days, at least 0; not asked for x = 0
   * @throws IllegalArgumentException if either is below 0 or the mean is not finite
   */
  public double expectedSpend(int x, double meanRepeatSpend) {
    if (x == 0) {
      return meanSpend();
    }
    if (!(x > 0 && meanRepeatSpend >= 0 && meanRepeatSpend < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "needs x >= 0 and a mean spend >= 0, not x = %d, mean %s".formatted(x, meanRepeatSpend));
    }
    double own = p * x / (p * x + q - 1);
    return (1 - own) * meanSpend() + own * meanRepeatSpend;
  }
}
