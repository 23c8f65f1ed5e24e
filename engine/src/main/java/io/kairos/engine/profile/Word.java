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

  /** The later of two words; this one if both came at once. */
  Word orLater(Word other) {
    return other == null || other.atMillis <= atMillis ? this : other;
  }

  void pack(Packer out) {
    out.flag(granted).number(atMillis / 1000).word(source);
  }

  static Word unpack(Unpacker in) {
    return new Word(in.flag(), in.number() * 1000, in.word());
  }
}
