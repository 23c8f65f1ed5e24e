package io.kairos.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rule files of any length, as a shop with many campaigns writes them: starts spread over all
 * events, most about one item, category, brand or campaign that hardly anybody looks at, some that
 * time begins.
 */
final class ManyRules {
  /** The rule that everybody meets, and that stands in every file. */
  private static final String FIRST =
      """
        - id: cart-abandon
          event: cart.added
          per: cart
          restart: cart.changed
          after: 1h
          idle: 30m
          unless: [order.placed, cart.emptied]
          when: cart.count > 0
          send: {channel: push, template: cart-reminder, validFor: 12h}
      """;

  /** What begins one, with a place for a number; of a hundred rules each comes five times. */
  private static final List<String> STARTS =
      List.of(
          "event: view, where: event.item == 'rare-%d', per: item, unless: order.placed",
          "event: view, where: event.category == 'rare.%d', per: category, unless: cart.added",
          "event: view, where: [event.brand == 'rare-%d', event.price >= 900], restart: view",
          "event: search, where: event.query == 'rare %d', per: query",
          "event: like, where: event.item == 'rare-%d', per: item",
          "event: [share, comment], where: event.category == 'rare.%d', unless: order.placed",
          "event: login, where: event.campaign == 'rare-%d'",
          "event: custom, where: event.custom == 'rare-%d'",
          "event: reviewed, where: [event.rating <= 2, event.item == 'rare-%d']",
          "event: cart.added, where: event.item == 'rare-%d', per: cart, restart: cart.changed",
          "event: cart.removed, where: event.category == 'rare.%d', unless: order.placed",
          "event: cart.emptied, where: spending.in365Days >= 90%d",
          "event: order.placed, where: order.total >= 90%d, per: order, unless: order.paid",
          "event: order.paid, where: order.topCategory == 'rare-%d', per: order",
          "event: [order.delivered, order.refunded], where: order.total >= 90%d, per: order",
          "event: [registered, updated, invited], where: customer.city == 'Rare %d'",
          "event: [tier.raised, segment.entered], where: spending.in365Days >= 90%d",
          "becomes: %s",
          "becomes: activity.idleDays >= 1%d",
          "every: month on %d");

  private static final List<String> CONDITIONS =
      List.of(
          "spending.in365Days >= 90%d",
          "activity.viewsIn30Days >= 9%d", "search.streakDays >= 1%d", "cart.value >= 90%d");

  private static final int DAY = STARTS.size() - 1;

  /** Of the month; nobody comes so late in it. */
  private static final int FIRST_DAY = 14;

  private static final int CONDITION = STARTS.size() - 3;

  /** Most that may wait for a condition. */
  private static final int MOST_CONDITIONS = 32;

  private ManyRules() {}

  /** The text of a file of so many rules. */
  static String text(int count) {
    List<String> rules = new ArrayList<>(List.of(FIRST));
    for (int number = 0; rules.size() < count; number++) {
      rules.add(
          "  - {id: campaign-%d, %s, after: 2h, send: {channel: push, template: t}}\n"
              .formatted(number, start(number % STARTS.size(), number / STARTS.size())));
    }
    return rules.stream().collect(Collectors.joining("", "rules:\n", ""));
  }

  private static String start(int kind, int round) {
    if (kind == DAY) {
      return STARTS.get(kind).formatted(FIRST_DAY + round % 14);
    }
    if (kind == CONDITION && round < MOST_CONDITIONS) {
      String condition = CONDITIONS.get(round % CONDITIONS.size());
      return STARTS.get(kind).formatted(condition.formatted(round));
    }
    return STARTS.get(kind == CONDITION ? 0 : kind).formatted(round);
  }
}
