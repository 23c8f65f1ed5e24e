package io.kairos.local.view;

import io.kairos.local.view.FiredTrigger.What;
import io.kairos.local.view.JobHealth.Lag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A made-up moment of a demo. */
final class Snapshots {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final long NOW = millis("2026-10-24T03:12:40Z");

  private Snapshots() {}

  static Snapshot busy() {
    return new Snapshot(
        new Head("live demo", "http://localhost:41231", NOW, 60, Duration.ofSeconds(72)),
        topics(0),
        new CustomerTally(1_714, 3_302, 403, Map.of("gold", 14L, "platinum", 6L, "diamond", 5L)),
        new JobHealth("running", 118.4, new Lag(12, Duration.ofSeconds(3)), 7, 0),
        new TriggerTally(
            Map.of("cart-abandon", 41L, "dormancy", 12L, "vip-upgrade", 25L),
            1,
            latest(),
            Map.of("cart-abandon", cart(), "dormancy", dormancy(), "vip-upgrade", vip())));
  }

  static Snapshot starting(double speed) {
    return new Snapshot(
        new Head("live demo", "", NOW, speed, Duration.ZERO),
        List.of(),
        CustomerTally.NONE,
        JobHealth.STARTING,
        TriggerTally.NONE);
  }

  static List<TopicFill> topics(long deadLetters) {
    return List.of(
        new TopicFill("customers", 1_762, 0.8),
        new TopicFill("clickstream", 12_345, 96.2),
        new TopicFill("cart", 2_310, 21.4),
        new TopicFill("orders", 1_108, 9.2),
        new TopicFill("triggers", 79, 1.1),
        new TopicFill("decisions", 91, 1.3),
        new TopicFill("profiles", 9_020, 44.4),
        new TopicFill("dead-letters", deadLetters, 0));
  }

  static Snapshot with(Snapshot snapshot, TriggerTally triggers) {
    return new Snapshot(
        snapshot.head(), snapshot.topics(), snapshot.customers(), snapshot.job(), triggers);
  }

  static FiredTrigger cart() {
    return fired(
        79,
        "2026-10-24T03:12:38Z",
        "cart-abandon",
        "push",
        "c00412",
        "3 items worth 438.00 CNY have been in the cart for 1 h without an order,"
            + " and the customer has been idle for 52 min.");
  }

  static FiredTrigger dormancy() {
    return fired(
        78,
        "2026-10-24T03:11:31Z",
        "dormancy",
        "sms",
        "c00052",
        "No activity for 30 days after 1 order.");
  }

  static FiredTrigger vip() {
    return fired(
        77,
        "2026-09-12T08:02:10Z",
        "vip-upgrade",
        "push",
        "c00081",
        "Tier rose from none to gold: 2,013.40 CNY a month over 6 months, 6 orders.");
  }

  private static FiredTrigger takenBack() {
    return new FiredTrigger(
        76,
        millis("2026-10-24T03:10:02Z"),
        new What("cart-abandon", "push", true),
        "c00413",
        "Taken back: an order came late.");
  }

  private static List<FiredTrigger> latest() {
    return List.of(cart(), dormancy(), vip(), takenBack());
  }

  private static FiredTrigger fired(
      long number, String time, String rule, String channel, String customer, String reason) {
    return new FiredTrigger(number, millis(time), new What(rule, channel, false), customer, reason);
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
