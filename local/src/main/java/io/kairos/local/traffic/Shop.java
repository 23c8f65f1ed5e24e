package io.kairos.local.traffic;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.random.RandomGenerator;

/** The made-up shop: where it is, what it charges in, and where its customers live. */
public final class Shop {
  /** The shop's zone: its calendar months and its day. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** ISO 4217 code of every amount. */
  public static final String CURRENCY = "CNY";

  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final String[] CITIES = {
    "Shanghai", "Beijing", "Shenzhen", "Guangzhou", "Hangzhou", "Chengdu", "Wuhan", "Nanjing",
    "Xi'an", "Suzhou", "Chongqing", "Qingdao", "Changsha", "Xiamen", "Kunming", "Harbin"
  };
  private static final List<String> PLATFORMS =
      List.of("app", "app", "app", "mini-program", "mini-program", "web");

  private Shop() {}

  /**
   * The last 10:00 in the shop's zone at or before an instant. A demo that begins then has eleven
   * hours of event time before the first quiet hour.
   */
  public static Instant morningBefore(Instant instant) {
    ZonedDateTime local = instant.atZone(ZONE);
    ZonedDateTime morning = local.with(MORNING);
    ZonedDateTime last = morning.isAfter(local) ? morning.minusDays(1) : morning;
    return last.toInstant();
  }

  /** A city, large ones more often. */
  static String city(RandomGenerator random) {
    return CITIES[Math.min(random.nextInt(CITIES.length), random.nextInt(CITIES.length))];
  }

  /** app, mini-program or web, in the shares of a mobile shop. */
  static String platform(RandomGenerator random) {
    return PLATFORMS.get(random.nextInt(PLATFORMS.size()));
  }
}
