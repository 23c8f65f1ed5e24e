package io.kairos.bench.peer;

import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Events by type, lifetime and by day, sessions, and when the customer was last seen. */
final class Activity {
  private Activity() {}

  static void apply(Profile profile, ShopEvent event) {
    profile.getCounts().merge(event.type.name(), 1L, Long::sum);
    bucket(profile, Limits.dayOf(event.time)).getCounts().merge(event.type.name(), 1L, Long::sum);
    if (event.type.isActivity()) {
      see(profile, event.time);
    }
  }

  /** When the customer is dormant if nothing happens; 0 for never. */
  static long dueAt(Profile profile) {
    return profile.getLastSeen() == 0 || profile.getDormant()
        ? 0
        : profile.getLastSeen() + Limits.DORMANT_MILLIS;
  }

  /** The bucket of a day; a new one takes the place of those that are over. */
  static DayBucket bucket(Profile profile, int day) {
    for (DayBucket kept : profile.getDays()) {
      if (kept.getDay() == day) {
        return kept;
      }
    }
    List<DayBucket> days = new ArrayList<>(profile.getDays());
    days.removeIf(kept -> Limits.isOver(kept.getDay(), day));
    DayBucket opened = new DayBucket(day, new HashMap<>(), 0L);
    days.add(0, opened);
    profile.setDays(days);
    return opened;
  }

  private static void see(Profile profile, long time) {
    if (time > profile.getLastSeen() + Limits.SESSION_GAP_MILLIS) {
      profile.setSessions(profile.getSessions() + 1);
    }
    profile.setLastSeen(Math.max(profile.getLastSeen(), time));
    profile.setDormant(false);
  }
}
