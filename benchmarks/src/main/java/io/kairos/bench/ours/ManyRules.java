package io.kairos.bench.ours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rule files of any length, as a shop with many campaigns writes them: the first is about every
 * cart; the others have starts spread over all events, and hardly anybody meets their conditions.
 */
public final class ManyRules {
  /** Among the job's options: how many rules it is to have. */
  public static final String KEY = "bench.rules";

  private static final Pattern SETTING = Pattern.compile("(?:^| )" + KEY + "=(\\d+)");

  private static final String FIRST =
      """
        - id: cart-abandon
          event: cart.added
          per: cart
          restart: cart.changed
          after: 1h
          unless: [order.placed, cart.emptied]
          when: cart.count > 0
          send: {channel: push, template: cart-reminder}
      """;

  /** What begins one, with a place for a number; each comes once in so many rules. */
  private static final List<String> STARTS =
      List.of(
          "event: view, where: event.item == 'rare-%d', per: item, unless: order.placed",
          "event: view, where: event.category == 'rare.%d', per: category, unless: cart.added",
          "event: view, where: [event.brand == 'rare-%d', event.price >= 900], restart: view",
          "event: search, where: event.query == 'rare %d', per: query",
          "event: like, where: event.item == 'rare-%d', per: item",
          "event: [share, comment], where: event.category == 'rare.%d', unless: order.placed",
          "event: login, where: event.campaign == 'rare-%d'",
          "event: cart.added, where: event.item == 'rare-%d', per: cart, restart: cart.changed",
          "event: cart.removed, where: event.category == 'rare.%d', unless: order.placed",
          "event: cart.emptied, where: spending.in365Days >= 9000%d",
          "event: order.placed, where: order.total >= 9000%d, per: order, unless: order.paid",
          "event: order.paid, where: order.topCategory == 'rare-%d', per: order",
          "event: [registered, updated], where: customer.city == 'Rare %d'");

  private ManyRules() {}

  /** Writes a file into a folder. */
  static Path write(Path folder, int count) throws IOException {
    Path file = Files.createDirectories(folder).resolve("rules-" + count + ".yaml");
    return Files.writeString(file, text(count));
  }

  /**
   * The text of a file.
   *
   * @param count at least 1
   */
  static String text(int count) {
    List<String> rules = new ArrayList<>(List.of(FIRST));
    for (int number = 0; rules.size() < count; number++) {
      rules.add(
          "  - {id: campaign-%d, %s, after: 2h, send: {channel: push, template: t}}\n"
              .formatted(
                  number, STARTS.get(number % STARTS.size()).formatted(number / STARTS.size())));
    }
    return rules.stream().collect(Collectors.joining("", "rules:\n", ""));
  }

  /** How many rules a run's settings ask for; nothing if they leave it at its own. */
  public static Optional<Integer> count(String settings) {
    Matcher setting = SETTING.matcher(settings);
    return setting.find() ? Optional.of(Integer.valueOf(setting.group(1))) : Optional.empty();
  }
}
