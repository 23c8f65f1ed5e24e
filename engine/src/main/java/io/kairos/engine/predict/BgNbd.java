package io.kairos.engine.predict;

/**
 * The BG/NBD model of repeat purchases: Fader, Hardie and Lee, "Counting Your Customers" the Easy
 * Way, Marketing Science 24(2), 2005. A living customer buys at random with a rate of their own,
 * gamma distributed over customers, and after each purchase leaves for good with a probability of
 * their own, beta distributed.
 *
 * <p>A history is x, the purchase days after the first; tx, the time from the first to the last of
 * them, 0 where x is 0; and T, the time from the first to now. All times are in one unit, the one
 * that the parameters were fitted in. Where {@code 0 <= tx <= T} and {@code x >= 0} do not hold, or
 * a time is not finite, the methods throw {@link IllegalArgumentException}; they never return NaN.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha scale of the purchase rates, in units of time, above 0: the mean rate is r / alpha
 * @param a first parameter of the probability to leave, above 0
 * @param b second parameter of the probability to leave, above 0: the mean is a / (a + b)
 */
public record BgNbd(double r, double alpha, double a, double b) {
  public BgNbd {
    Parameter.positive("r", r);
    Parameter.positive("alpha", alpha);
    Parameter.positive("a", a);
    Parameter.positive("b", b);
  }

  /**
   * Probability that the customer has not left, from 0 to 1: Hardie, note 021, in logarithms, as
   * the power overflows for frequent buyers.
   *
   * <p>Exactly 1 for x = 0, whatever T: in this model a customer leaves only at a repeat purchase.
   */
  public double pAlive(int x, double tx, double T) {
    checkHistory(x, tx, T);
    if (x == 0) {
      return 1;
    }
    double silence = StrictMath.log1p((T - tx) / (alpha + tx));
    return 1 / (1 + StrictMath.exp((r + x) * silence + logOddsAtPurchase(x)));
  }

  /**
   * The T at which {@link #pAlive} falls to a threshold if nothing happens: its formula solved for
   * T. At least tx, where it is below the threshold from the last purchase on; positive infinity
   * for x = 0, where it never falls.
   *
   * @param threshold above 0 and below 1
   */
  public double lapsesAt(int x, double tx, double threshold) {
    checkHistory(x, tx, tx);
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold must be between 0 and 1, not " + threshold);
    }
    if (x == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double logOdds = StrictMath.log(1 - threshold) - StrictMath.log(threshold);
    double silence = StrictMath.expm1((logOdds - logOddsAtPurchase(x)) / (r + x));
    return tx + StrictMath.max(0, (alpha + tx) * silence);
  }

  /** Expected purchases of a new customer within t after the first one: eq. 9. */
  public double expectedPurchases(double t) {
    return PurchaseCount.within(t, this).mean();
  }

  /**
   * Expected purchases within the next t of a customer with this history: eq. 10. What is known of
   * a living customer is again a model of this kind, and eq. 10 is its eq. 9 times {@link #pAlive}.
   */
  public double expectedPurchases(double t, int x, double tx, double T) {
    double alive = pAlive(x, tx, T);
    return alive * new BgNbd(r + x, alpha + T, a, b + x).expectedPurchases(t);
  }

  /**
   * Probability that a new customer buys exactly n times within t after the first purchase. Its
   * absolute error is about 1e-15.
   */
  public double probabilityOf(int n, double t) {
    return PurchaseCount.within(t, this).probabilityOf(n);
  }

  /** Natural logarithm of the likelihood of one customer's history, as in Hardie, note 027. */
  public double logLikelihood(int x, double tx, double T) {
    checkHistory(x, tx, T);
    double alive = -(r + x) * StrictMath.log(alpha + T);
    double known = r * StrictMath.log(alpha) + logRising(x);
    if (x == 0) {
      return known + alive;
    }
    double left = logOddsAtPurchase(x) - (r + x) * StrictMath.log(alpha + tx);
    double most = StrictMath.max(alive, left);
    double least = StrictMath.min(alive, left);
    return known + most + StrictMath.log1p(StrictMath.exp(least - most));
  }

  /** Logarithm of the odds, just after the purchase x, that it was the last. */
  private double logOddsAtPurchase(int x) {
    return StrictMath.log(a) - StrictMath.log(b + x - 1);
  }

  /**
   * ln of G(r+x)/G(r) * G(a+b)/G(a+b+x) * G(b+x)/G(b). As x is whole these are products, which need
   * no gamma function; a logarithm is taken where the next factor might overflow.
   */
  private double logRising(int x) {
    double sum = 0;
    double product = 1;
    for (int j = 0; j < x; j++) {
      product *= (r + j) * ((b + j) / (a + b + j));
      if (product > 1e100 || product < 1e-100) {
        sum += StrictMath.log(product);
        product = 1;
      }
    }
    return sum + StrictMath.log(product);
  }

  private static void checkHistory(int x, double tx, double T) {
    if (!(x >= 0 && tx >= 0 && tx <= T && T < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a history needs x >= 0 and 0 <= tx <= T, not x = %d, tx = %s, T = %s"
              .formatted(x, tx, T));
    }
  }
}
