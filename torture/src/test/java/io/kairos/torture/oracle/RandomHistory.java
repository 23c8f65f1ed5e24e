package io.kairos.torture.oracle;

import io.kairos.wire.CartType;
import io.kairos.wire.OrderType;
import java.util.List;
import java.util.Random;

/**
 * A random log of a few customers within minutes: visits, carts, orders of all statuses, words on
 * consent, erasures; on time, late, repeated, and often at one instant.
 */
final class RandomHistory {
  private static final int KINDS = 20;
  private static final List<String> FEW = List.of("shoes", "socks", "boots");
  private static final List<String> MANY =
      List.of("shoes", "socks", "boots", "hat", "scarf", "coat", "gloves", "belt", "shirt");
  private static final List<String> CUSTOMERS = List.of("ann", "bob");
  private static final double[] STEPS = {
    0, 0, 0.001, 0.5, 1, 2, 2.5, 3, 5, 7, 8, 10, 15, 20, 25, 40
  };
  private static final double[] DELAYS = {0, 0, 0.2, 1, 1.999, 2};
  private static final double[] LATE_DELAYS = {2.001, 5, 8, 12, 20, 30, 50, 61};

  private final Random random;
  private final Diary diary = new Diary();

  /** What this history is full of. */
  private final int favourite;

  private final List<String> items;

  private double seconds;

  private RandomHistory(long seed) {
    random = new Random(seed);
    favourite = random.nextInt(KINDS);
    items = random.nextInt(4) == 0 ? MANY : FEW;
  }

  /** The log of a seed, always the same. */
  static List<LoggedRecord> of(long seed) {
    RandomHistory history = new RandomHistory(seed);
    int lines = 5 + history.random.nextInt(60);
    for (int i = 0; i < lines; i++) {
      history.line();
    }
    return history.diary.log();
  }

  private void line() {
    seconds += STEPS[random.nextInt(STEPS.length)];
    double delay =
        random.nextInt(6) == 0
            ? LATE_DELAYS[random.nextInt(LATE_DELAYS.length)]
            : DELAYS[random.nextInt(DELAYS.length)];
    String customer = any(CUSTOMERS);
    diary.by(customer).at(seconds).arriving(seconds + delay);
    diary.withCart(customer.equals("bob") ? "cart-of-bob" : null);
    diary.sequence(random.nextInt(3));
    happen();
    if (random.nextInt(8) == 0) {
      double later = random.nextBoolean() ? 0.5 : random.nextInt(70);
      diary.again(seconds + delay + later);
    }
  }

  private void happen() {
    switch (random.nextInt(3) == 0 ? favourite : random.nextInt(KINDS)) {
      case 0, 1, 2, 3 -> diary.view(any(items));
      case 4 -> diary.like(any(items));
      case 5 -> diary.login();
      case 6 -> diary.search("query");
      case 7, 8, 9 -> diary.added(any(items), 1_000L * (1 + random.nextInt(12)));
      case 10 -> quantity();
      case 11 -> cartEnds();
      case 12, 13, 14, 15, 16 -> order();
      case 17 -> refund();
      case 18 -> consent();
      default -> rare();
    }
  }

  private void quantity() {
    switch (random.nextInt(3)) {
      case 0 -> diary.put(CartType.ADDED, any(items), 1 + random.nextInt(3));
      case 1 -> diary.put(CartType.REMOVED, any(items), random.nextInt(3));
      default -> diary.quantity(any(items), random.nextInt(4));
    }
  }

  private void cartEnds() {
    if (random.nextBoolean()) {
      diary.removed(any(items));
    } else {
      diary.emptied();
    }
  }

  private void order() {
    int number = random.nextInt(6) == 0 ? random.nextInt(40) : random.nextInt(5);
    OrderType[] types = OrderType.values();
    OrderType type =
        switch (random.nextInt(4)) {
          case 0 -> OrderType.PLACED;
          case 1, 2 -> OrderType.PAID;
          default -> types[1 + random.nextInt(types.length - 2)];
        };
    diary.order(
        type, "o" + number, 10_000L * (1 + number % 6) * 3, items.get(number % items.size()));
  }

  private void refund() {
    int number = random.nextInt(5);
    switch (random.nextInt(4)) {
      case 0 -> diary.order(OrderType.REFUNDED, "o" + number, 40_000);
      default ->
          diary.refund("o" + number, "r" + random.nextInt(9), 5_000L * (1 + random.nextInt(10)));
    }
  }

  private void consent() {
    diary.consent(
        random.nextInt(3) == 0 ? "push" : "sms",
        random.nextInt(3) == 0 ? "service" : "marketing",
        random.nextInt(4) > 0);
  }

  private void rare() {
    switch (random.nextInt(7)) {
      case 0 -> diary.reachable(random.nextBoolean() ? "push" : "sms", random.nextBoolean());
      case 1 -> diary.details(random.nextBoolean() ? "en" : "zh", "Europe/Berlin");
      case 2 -> diary.consent("sms", "marketing", true);
      case 3 -> impossible();
      case 4 -> diary.comment(any(items));
      case 5 -> diary.registered();
      default -> diary.erased();
    }
  }

  private void impossible() {
    switch (random.nextInt(4)) {
      case 0 -> diary.named("").view("shoes");
      case 1 -> diary.arriving(seconds - 301).view("shoes");
      case 2 -> diary.named("bell\u0007").like("shoes");
      default -> diary.unreadable();
    }
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
