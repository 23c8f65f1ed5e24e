package io.kairos.engine.interest;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * Something searched for.
 *
 * @param text normalised query, or category
 * @param lastDay the last day on which it was searched for, days since 1970-01-01 in the customer's
 *     zone
 * @param streak days in a row up to that one, at least 1
 */
public record Search(String text, int lastDay, int streak) {

  /** Once more, on a day. */
  Search on(int day) {
    if (day <= lastDay) {
      return this;
    }
    return new Search(text, day, day == lastDay + 1 ? streak + 1 : 1);
  }

  void pack(Packer out, int since) {
    out.text(text).number(lastDay - since).number(streak);
  }

  static Search unpack(Unpacker in, int since) {
    return new Search(in.text(), in.intNumber() + since, in.intNumber());
  }
}
