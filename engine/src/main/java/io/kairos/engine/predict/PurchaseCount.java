package io.kairos.engine.predict;

/**
 * How often a customer who is alive buys within a time: the distribution of a BG/NBD model.
 *
 * <p>With nobody leaving, the count N would be negative binomial. The n-th purchase is made if N
 * reaches n and the customer stayed after each of the n - 1 before it, which has the probability
 * B(a, b+n-1) / B(a, b). So the mean is the sum over j of P(N = j) times the sum of these for n
 * from 1 to j. This equals the closed form of eq. 9 with its 2F1, but every term is positive: there
 * is no pole at a = 1 and no overflow for frequent buyers.
 *
 * @param model whose parameters describe the customer now
 * @param ratio by which the negative binomial falls in the end: t / (alpha + t)
 * @param logNone logarithm of P(N = 0)
 */
record PurchaseCount(BgNbd model, double ratio, double logNone) {
  /** Where a sum ends at the latest. Real histories need far fewer terms. */
  private static final int MOST_TERMS = 100_000;

  private static final double PRECISION = 1e-17;
  private static final double LARGE = 1e200;
  private static final double LOG_LARGE = StrictMath.log(LARGE);

  static PurchaseCount within(double t, BgNbd model) {
    if (!(t >= 0 && t < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("t must be 0 or above, not " + t);
    }
    double growth = t / model.alpha();
    double ratio = growth < LARGE ? growth / (1 + growth) : 1;
    double logNone = -model.r() * StrictMath.log1p(StrictMath.min(growth, Double.MAX_VALUE));
    return new PurchaseCount(model, ratio, logNone);
  }

  /**
   * The mean. Where over {@link #MOST_TERMS} purchases are likely, a lower bound: what is left of
   * the distribution counts as that many.
   */
  double mean() {
    double logUnit = logNone;
    double exactly = 1;
    double mass = 1;
    double sum = 0;
    double stays = 1;
    double made = 0;
    for (int j = 0; j < MOST_TERMS; j++) {
      double step = (model.r() + j) / (j + 1) * ratio;
      exactly *= step;
      mass += exactly;
      made += stays;
      stays *= (model.b() + j) / (model.a() + model.b() + j);
      sum += exactly * made;
      double rest = 1 - StrictMath.max(step, ratio);
      if (rest > 0 && exactly * made <= PRECISION * rest * sum) {
        return sum * StrictMath.exp(logUnit);
      }
      if (sum > LARGE) {
        exactly /= LARGE;
        mass /= LARGE;
        sum /= LARGE;
        logUnit += LOG_LARGE;
      }
    }
    double unit = StrictMath.exp(logUnit);
    return sum * unit + StrictMath.max(0, 1 - mass * unit) * made;
  }

  double probabilityOf(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n must be 0 or above, not " + n);
    }
    double exactly = StrictMath.exp(logNone);
    double fewer = 0;
    double stays = 1;
    double leaves = 0;
    for (int j = 0; j < n; j++) {
      fewer += exactly;
      exactly *= (model.r() + j) / (j + 1) * ratio;
      leaves = stays * model.a() / (model.a() + model.b() + j);
      stays *= (model.b() + j) / (model.a() + model.b() + j);
    }
    return stays * exactly + leaves * StrictMath.max(0, 1 - fewer);
  }
}
