package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * A word of consent or of denial.
 *
 * @param atMillis event time at which it was given, epoch milliseconds
 * @param source where; null where not known
 */
public record Word(boolean granted, long atMillis, String source) {

  private static final long SECOND = 1000;
  private static final int GRANTED = 1;
  private static final int REST = 2;

  /** The later of two words; this one if both came at once. */
  Word orLater(Word other) {
    return other == null || other.atMillis <= atMillis ? this : other;
  }

  /** A word of a whole second takes no bytes for its milliseconds. */
  void pack(Packer out) {
    long rest = Math.floorMod(atMillis, SECOND);
    out.byteValue((granted ? GRANTED : 0) | (rest == 0 ? 0 : REST));
    out.number(Math.floorDiv(atMillis, SECOND));
    if (rest != 0) {
      out.unsigned(rest);
    }
    out.word(source);
  }

  static Word unpack(Unpacker in) {
    int form = in.byteValue();
    long second = in.number() * SECOND;
    long rest = (form & REST) == 0 ? 0 : in.unsigned();
    return new Word((form & GRANTED) != 0, second + rest, in.word());
  }
}
