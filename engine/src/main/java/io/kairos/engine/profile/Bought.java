package io.kairos.engine.profile;

import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When something of a category was bought last. A category counts with all that stand above it on
 * its path.
 *
 * @param last the latest first, at most {@value #MOST}
 */
public record Bought(List<Last> last) {
  static final int MOST = 16;
  static final Bought NONE = new Bought(List.of());

  /**
   * A category's last day.
   *
   * @param category hash of the path
   * @param day days since 1970-01-01 in the shop's zone
   */
  record Last(int category, int day) {}

  /**
   * The last day on which something of a category was bought; {@link Integer#MIN_VALUE} for none.
   */
  public int lastDay(String category) {
    int hash = Fingerprint.of32(category);
    for (Last known : last) {
      if (known.category() == hash) {
        return known.day();
      }
    }
    return Integer.MIN_VALUE;
  }

  Bought with(String category, int day) {
    Bought next = this;
    for (int end = category.length(); end > 0; end = category.lastIndexOf('.', end - 1)) {
      next = next.with(new Last(Fingerprint.of32(category.substring(0, end)), day));
    }
    return next;
  }

  private Bought with(Last news) {
    List<Last> next = new ArrayList<>(last.size() + 1);
    Last latest = news;
    for (Last known : last) {
      if (known.category() != news.category()) {
        next.add(known);
      } else if (known.day() > news.day()) {
        latest = known;
      }
    }
    next.add(0, latest);
    next.sort(Comparator.comparingInt(Last::day).reversed());
    return new Bought(List.copyOf(next.subList(0, Math.min(MOST, next.size()))));
  }

  void pack(Packer out) {
    out.list(
        last, (one, to) -> to.hash(one.category(), 4).number(one.day() - Shop.PACKED_DAYS_FROM));
  }

  static Bought unpack(Unpacker in) {
    return new Bought(
        in.list(from -> new Last((int) from.hash(4), from.intNumber() + Shop.PACKED_DAYS_FROM)));
  }
}
