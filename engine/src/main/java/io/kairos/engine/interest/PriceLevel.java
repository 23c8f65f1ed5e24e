package io.kairos.engine.interest;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * The prices that someone looks at or pays: their geometric mean, in which each fades as {@link
 * Decay} says.
 *
 * @param log logarithm of the weight of all prices; {@link Long#MIN_VALUE} for none
 * @param mean mean of the logarithms to base 2 of the prices in minor units, times 2^16
 */
public record PriceLevel(long log, long mean) {
  static final PriceLevel NONE = new PriceLevel(Long.MIN_VALUE, 0);

  public boolean isKnown() {
    return !isNone();
  }

  /** Whether the mean is a price or above it, in minor units; never without a price. */
  public boolean isAtLeast(double limitMinor) {
    return !isNone() && (limitMinor < 1 || mean >= Decay.fixed(Decay.log2(limitMinor)));
  }

  private boolean isNone() {
    return log == Long.MIN_VALUE;
  }

  PriceLevel plus(long minor, long weightLog) {
    long price = Decay.fixed(Decay.log2(minor));
    if (isNone()) {
      return new PriceLevel(weightLog, price);
    }
    long sum = Decay.sum(log, weightLog);
    double share = Decay.weight(weightLog - sum);
    return new PriceLevel(sum, mean + (long) StrictMath.rint(share * (price - mean)));
  }

  PriceLevel later(long halfLives) {
    long left = log - halfLives * Decay.ONE;
    return isNone() || left < Decay.FORGOTTEN ? NONE : new PriceLevel(left, mean);
  }

  void pack(Packer out) {
    out.instant(log, 0, Long.MIN_VALUE);
    if (!isNone()) {
      out.number(mean);
    }
  }

  static PriceLevel unpack(Unpacker in) {
    long log = in.instant(0, Long.MIN_VALUE);
    return log == Long.MIN_VALUE ? NONE : new PriceLevel(log, in.number());
  }
}
