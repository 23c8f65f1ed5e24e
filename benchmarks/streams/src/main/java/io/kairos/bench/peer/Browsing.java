package io.kairos.bench.peer;

import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
import java.util.ArrayList;
import java.util.List;

/** Views by category, of which the top five are the greatest, and the last viewed items. */
final class Browsing {
  private Browsing() {}

  static void apply(Profile profile, ShopEvent event) {
    if (event.type != EventType.VIEW) {
      return;
    }
    if (event.category != null) {
      profile.getCategories().merge(event.category, 1L, Long::sum);
    }
    if (event.item != null) {
      profile.setLastItems(with(profile.getLastItems(), event.item));
    }
  }

  /** The latest first, each item once. */
  private static List<String> with(List<String> items, String item) {
    List<String> viewed = new ArrayList<>(Limits.LAST_ITEMS);
    viewed.add(item);
    for (String older : items) {
      if (viewed.size() < Limits.LAST_ITEMS && !older.equals(item)) {
        viewed.add(older);
      }
    }
    return viewed;
  }
}
