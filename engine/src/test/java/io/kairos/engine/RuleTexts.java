package io.kairos.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up rule files: few channels, tight caps, and every way for a rule to begin. */
final class RuleTexts {
  private static final List<String> CHANNELS = List.of("push", "sms", "email");
  private static final List<String> CAPS =
      List.of(
          "{channel: push, most: 1, within: 6h}",
          "{channel: push, most: 2, within: 24h}",
          "{channel: sms, most: 1, within: 7d}",
          "{channel: email, most: 3, within: 3d}",
          "{most: 1, within: 1h}",
          "{most: 3, within: 24h}",
          "{most: 5, within: 7d}");
  private static final List<String> STARTS =
      List.of(
          "event: view, per: item",
          "event: view, after: 10m, unless: cart.added",
          "event: [view, cart.added], after: 1h, restart: none",
          "event: view, per: category, after: 2h, idle: 1h",
          "event: view, following: {event: search, within: 6h}, after: 1m",
          "event: cart.added, per: cart, restart: cart.changed, unless: order.placed, after: 40m",
          "event: search, per: query, at: best-hour",
          "event: search, at: \"23:10\"",
          "event: order.placed, per: order, unless: order.paid, before: 2h of order.payBy",
          "event: order.placed, per: order, at: \"02:20\"",
          "event: segment.entered, where: event.segment == 'lookers', after: 9h",
          "becomes: activity.viewsIn30Days >= 2",
          "becomes: activity.idleDays >= 3",
          "becomes: search.streakDays >= 2, per: query",
          "becomes: \"lookup('goes-with', interests.topCategory) != ''\"",
          "every: week on SUN",
          "every: month on last, at: \"09:00\"",
          "every: 2026-03-29, where: segment('buyers') == false");
  private static final List<String> EXPERIMENTS =
      List.of(
          "",
          "",
          "experiment: {holdout: 40%}, ",
          "experiment: {variants: {a: {share: 50%}, b: {share: 50%, offer: o}}}, ",
          "experiment: {name: late, holdout: 20%, variants: {a: {share: 30%, template: u},"
              + " b: {share: 70%, at: \"20:30\"}}}, ");

  private final Random random;

  RuleTexts(Random random) {
    this.random = random;
  }

  RuleText file() {
    List<String> rules = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      rules.add(rule("r" + i));
    }
    return new RuleText(CHANNELS, quietHours(), caps(), policy(), rules);
  }

  private List<String> quietHours() {
    List<String> lines = new ArrayList<>();
    for (String channel : CHANNELS) {
      String window =
          of("", "22:00-08:00", "21:00-08:00", "13:00-15:30", "00:30-02:30", "22:00-01:30");
      if (!window.isEmpty()) {
        lines.add(channel + ": \"" + window + "\"");
      }
    }
    return lines;
  }

  private List<String> caps() {
    List<String> caps = new ArrayList<>(CAPS);
    caps.removeIf(cap -> random.nextInt(3) > 0);
    return caps;
  }

  private List<String> policy() {
    return List.of(
        "gap: " + of("0s", "30m", "2h", "5h"),
        "consentNeeded: " + of("[]", "[sms]", "[push, sms]", "[sms, email]"),
        "consentAssumed: " + of("[]", "[]", "[sms]"),
        "holdout: " + of("0%", "0%", "25%"),
        "testers: [u0, u1, u2]");
  }

  /** A rule of that id. */
  String rule(String id) {
    boolean service = random.nextInt(5) == 0;
    return "{id: %s, %s, purpose: %s, status: %s, again: %s, quietHours: %s, priority: %d, %s%s}"
        .formatted(
            id,
            of(STARTS),
            service ? "service" : "marketing",
            of("active", "active", "active", "active", "shadow", "test"),
            of("always", "always", "2h", "24h", "never"),
            service ? of("hold", "drop", "ignore") : of("hold", "hold", "drop"),
            random.nextInt(3) * 20,
            of(EXPERIMENTS),
            send());
  }

  private String send() {
    return switch (random.nextInt(5)) {
      case 0 -> "send: {channel: [push, sms], template: t}";
      case 1 -> "send: {channel: [email, push], template: t, validFor: 1h}";
      case 2 ->
          "send: [{if: cart.count >= 2, channel: sms, template: t}, {channel: push, template: u}]";
      default -> "send: {channel: %s, template: t}".formatted(of(CHANNELS));
    };
  }

  private String of(String... values) {
    return values[random.nextInt(values.length)];
  }

  private String of(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
