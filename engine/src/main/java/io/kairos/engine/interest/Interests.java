package io.kairos.engine.interest;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.pack.Utf8;

/**
 * What a customer is interested in.
 *
 * @param asOfMillis the instant that all weights are counted from, epoch milliseconds; 0 while
 *     there are none
 * @param categories paths from general to special, at most {@value #CATEGORIES}
 * @param brands at most {@value #BRANDS}
 * @param contents kinds of content, at most {@value #CONTENTS}
 * @param viewed prices looked at
 * @param bought prices paid
 */
public record Interests(
    long asOfMillis,
    Scores categories,
    Scores brands,
    Scores contents,
    PriceLevel viewed,
    PriceLevel bought) {
  public static final int CATEGORIES = 5;
  public static final int BRANDS = 5;
  public static final int CONTENTS = 3;

  /** Longest category and brand that are kept, bytes of UTF-8. */
  private static final int LONGEST = 40;

  public static final Interests NONE =
      new Interests(0, Scores.NONE, Scores.NONE, Scores.NONE, PriceLevel.NONE, PriceLevel.NONE);

  /** A category as it is kept: the whole parts of its path that fit. */
  public static String kept(String category) {
    if (Utf8.fits(category, LONGEST)) {
      return category;
    }
    String cut = Utf8.cut(category, LONGEST);
    int dot = cut.lastIndexOf('.');
    return dot > 0 ? cut.substring(0, dot) : cut;
  }

  /** The interests after one act; nulls and prices of 0 say nothing. */
  public Interests with(Act act, Decay decay) {
    Interests now = movedTo(act.timeMillis(), decay);
    long log = decay.placed(act.weight(), act.timeMillis(), now.asOfMillis);
    long minor = act.unitMinor();
    return new Interests(
        now.asOfMillis,
        act.category() == null
            ? now.categories
            : now.categories.plus(kept(act.category()), log, CATEGORIES),
        act.brand() == null
            ? now.brands
            : now.brands.plus(Utf8.cut(act.brand(), LONGEST), log, BRANDS),
        act.content() == null
            ? now.contents
            : now.contents.plus(Utf8.cut(act.content(), LONGEST / 2), log, CONTENTS),
        minor > 0 && act.kind() == Act.Kind.VIEW ? now.viewed.plus(minor, log) : now.viewed,
        minor > 0 && act.kind() == Act.Kind.ORDER ? now.bought.plus(minor, log) : now.bought);
  }

  /** Whether there is anything. */
  private boolean any() {
    return asOfMillis != 0;
  }

  private Interests movedTo(long timeMillis, Decay decay) {
    long halfLives = any() ? decay.wholeHalfLives(asOfMillis, timeMillis) : 0;
    if (halfLives == 0) {
      return any() ? this : from(timeMillis);
    }
    return new Interests(
        asOfMillis + halfLives * decay.halfLifeMillis(),
        categories.later(halfLives),
        brands.later(halfLives),
        contents.later(halfLives),
        viewed.later(halfLives),
        bought.later(halfLives));
  }

  private Interests from(long millis) {
    return new Interests(millis, categories, brands, contents, viewed, bought);
  }

  /** What is left at an instant, epoch milliseconds, of a weight of 1. */
  public double left(long nowMillis, Decay decay) {
    return decay.left(asOfMillis, nowMillis);
  }

  /** The heaviest of each so many: what is kept where there is little room. */
  public Interests only(int most) {
    return new Interests(
        asOfMillis, categories.only(most), brands.only(most), contents.only(most), viewed, bought);
  }

  public void pack(Packer out) {
    out.number(asOfMillis);
    if (any()) {
      categories.pack(out);
      brands.pack(out);
      contents.pack(out);
      viewed.pack(out);
      bought.pack(out);
    }
  }

  public static Interests unpack(Unpacker in) {
    long asOf = in.number();
    return asOf == 0
        ? NONE
        : new Interests(
            asOf,
            Scores.unpack(in),
            Scores.unpack(in),
            Scores.unpack(in),
            PriceLevel.unpack(in),
            PriceLevel.unpack(in));
  }
}
