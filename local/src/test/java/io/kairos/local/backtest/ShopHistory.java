package io.kairos.local.backtest;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.local.InputEvent;
import io.kairos.local.traffic.Traffic;
import io.kairos.local.traffic.TrafficPlan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The same months of a shop at every run, thin enough that messages fall due, and its rules. */
final class ShopHistory {
  static final List<InputEvent> EVENTS = events();

  /** After the last event, so that its reminder falls due. */
  static final Instant END = last().plus(Duration.ofHours(2));

  /** Rules that meet every kind of fate. */
  static final String RULES =
      """
      rules:
        - id: cart-steps
          version: 1
          event: cart.added
          per: cart
          restart: cart.changed
          unless: [order.placed, cart.emptied]
          when: cart.count > 0
          steps:
            - {id: soon, after: 1h, idle: 30m, send: {channel: push, template: soon}}
            - {id: later, after: 24h, when: cart.value >= 200, send: {channel: sms, template: later}}
            - {id: last, after: 720h, send: {channel: push, template: last}}
        - id: silent
          version: 1
          becomes: activity.idleDays >= 3
          again: 30d
          send: {channel: push, template: silent}
        - id: thanks
          version: 2
          event: order.paid
          per: order
          send: {channel: sms, template: thanks}
        - id: viewed
          version: 1
          event: view
          after: 2h
          again: 24h
          quietHours: drop
          send: {channel: push, template: viewed}
          experiment:
            holdout: 20%
            variants:
              early: {share: 50%, after: 1h}
              plain: {share: 50%}
      delivery:
        quietHours: {push: "20:00-09:00"}
        caps:
          - {channel: push, most: 1, within: 24h}
          - {most: 3, within: 7d}
      """;

  private ShopHistory() {}

  private static List<InputEvent> events() {
    Instant live = Instant.parse("2026-09-15T02:00:00Z");
    Traffic traffic = new Traffic(new TrafficPlan(7, 150, live, 0.05));
    return Stream.generate(traffic::next).limit(12_000).toList();
  }

  private static Instant last() {
    return Instant.ofEpochMilli(EVENTS.get(EVENTS.size() - 1).timeMillis());
  }

  /** Rules under which silence counts as consent to push only. */
  static RuleSet rules(String yaml) {
    RuleSet rules = RuleFile.parse(yaml, Shop.DEFAULT.currency());
    return rules.with(rules.policy().assuming(Set.of("push")));
  }

  static BacktestRequest request(Versions versions, Period period) {
    return new BacktestRequest(
        new ListedSource(EVENTS), versions, Shop.DEFAULT, period, Optional.empty());
  }

  /** Up to {@link #END}. */
  static BacktestResult run(Versions versions) throws IOException {
    return run(versions, new Period(Optional.empty(), Optional.of(END)));
  }

  static BacktestResult run(Versions versions, Period period) throws IOException {
    return Backtest.run(request(versions, period));
  }
}
