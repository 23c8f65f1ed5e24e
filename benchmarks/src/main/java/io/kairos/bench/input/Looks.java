package io.kairos.bench.input;

import io.kairos.wire.ClickType;
import java.util.SplittableRandom;

/** What people do beside buying: mostly they look. */
final class Looks {
  private Looks() {}

  static ClickType draw(SplittableRandom random) {
    int drawn = random.nextInt(100);
    if (drawn < 82) {
      return ClickType.VIEW;
    } else if (drawn < 92) {
      return ClickType.SEARCH;
    } else if (drawn < 96) {
      return ClickType.LIKE;
    }
    return ClickType.LOGIN;
  }
}
