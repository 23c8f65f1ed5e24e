package io.kairos.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is looked up in tables is what the formulas say. */
class DecayTest {
  private static final long FAR = 40L * Decay.ONE;

  private static double exactLog2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  @Property
  void aLogarithmIsExactTo40Bits(
      @ForAll @LongRange(min = 0, max = (1L << 52) - 1) long mantissa,
      @ForAll @IntRange(min = -40, max = 60) int exponent) {
    double value = Double.longBitsToDouble(1023L + exponent << 52 | mantissa);

    assertThat(Decay.log2(value)).isCloseTo(exactLog2(value), within(0x1p-40));
  }

  @Property
  void aWeightIsAPowerOfTwo(@ForAll @LongRange(min = -FAR, max = FAR) long log) {
    double exact = StrictMath.pow(2, (double) log / Decay.ONE);

    assertThat(Decay.weight(log)).isCloseTo(exact, within(exact * 0x1p-50));
  }

  @Property
  void aSumIsWithinOneStep(
      @ForAll @LongRange(min = -FAR, max = FAR) long a,
      @ForAll @LongRange(min = 0, max = 25L * Decay.ONE) long apart) {
    double ratio = StrictMath.pow(2, -(double) apart / Decay.ONE);
    double exact = a + exactLog2(1 + ratio) * Decay.ONE;

    assertThat((double) Decay.sum(a, a - apart)).isCloseTo(exact, within(0.6));
    assertThat(Decay.sum(a - apart, a)).isEqualTo(Decay.sum(a, a - apart));
  }

  @Property
  void whatLiesFarApartIsNoMoreThanTheLarger(@ForAll @LongRange(min = -FAR, max = FAR) long a) {
    assertThat(Decay.sum(a, a - 19L * Decay.ONE)).isEqualTo(a);
    assertThat(Decay.sum(Long.MIN_VALUE / 4, a)).isEqualTo(a);
  }
}
