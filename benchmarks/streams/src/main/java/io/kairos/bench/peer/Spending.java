package io.kairos.bench.peer;

import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;

/** Orders and money paid, lifetime and by day. */
final class Spending {
  private Spending() {}

  /** Returns whether the event made a VIP of a customer who was none. */
  static boolean apply(Profile profile, ShopEvent event) {
    if (event.type != EventType.ORDER_PAID) {
      return false;
    }
    int today = Limits.dayOf(event.time);
    boolean was = profile.getVip() && ofLastDays(profile, today) >= Limits.VIP_CENTS;
    profile.setOrders(profile.getOrders() + 1);
    profile.setPaidCents(profile.getPaidCents() + event.cents);
    DayBucket bucket = Activity.bucket(profile, today);
    bucket.setPaidCents(bucket.getPaidCents() + event.cents);
    profile.setVip(ofLastDays(profile, today) >= Limits.VIP_CENTS);
    return profile.getVip() && !was;
  }

  /** In minor units. */
  static long ofLastDays(Profile profile, int today) {
    return profile.getDays().stream()
        .filter(day -> !Limits.isOver(day.getDay(), today))
        .mapToLong(DayBucket::getPaidCents)
        .sum();
  }
}
