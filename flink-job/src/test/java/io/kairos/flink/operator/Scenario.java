package io.kairos.flink.operator;

import io.kairos.engine.event.Origin;
import io.kairos.flink.Wire;
import io.kairos.wire.CartType;
import io.kairos.wire.OrderType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A made-up history of a few customers: partitions of a log, each in the order of arrival. */
final class Scenario {
  static final long START = Instant.parse("2026-03-29T20:00:00Z").toEpochMilli();
  static final long END = START + Duration.ofDays(80).toMillis();

  private static final int CUSTOMERS = 4;
  private static final int PARTITIONS_PER_TOPIC = 2;
  private static final long[] GAPS_MINUTES = {0, 1, 7, 29, 30, 31, 59, 60, 61, 700, 9_000, 43_200};
  private static final long[] DELAYS = {0, 0, 0, 5, 1_999, 2_000, 2_001, 60_000, 4_000_000};

  private final Random random;
  private final List<Logged> log = new ArrayList<>();

  private Scenario(long seed) {
    this.random = new Random(seed);
  }

  /** The partitions of one scenario. */
  static List<List<Logged>> partitions(long seed) {
    Scenario scenario = new Scenario(seed);
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      scenario.live("c" + customer, customer % PARTITIONS_PER_TOPIC);
    }
    return scenario.byPartition();
  }

  private void live(String customer, int lane) {
    long time = START + random.nextInt(10_000);
    for (int i = random.nextInt(30); i >= 0 && time < END; i--) {
      act(customer, lane, time, i);
      time += GAPS_MINUTES[random.nextInt(GAPS_MINUTES.length)] * 60_000L + random.nextInt(2);
    }
  }

  private void act(String customer, int lane, long time, int number) {
    String order = customer + "-" + number / 2;
    long total = random.nextInt(2_000_000);
    switch (random.nextInt(8)) {
      case 0, 1 -> add(Origin.CLICKSTREAM, lane, time, Wire.view(customer, time));
      case 2, 3 -> add(Origin.CART, lane, time, Wire.added(customer, "tea", 5_000, time));
      case 4 ->
          add(
              Origin.CART,
              lane,
              time,
              Wire.cart(customer, CartType.REMOVED, "tea", 5_000, 0, time));
      case 5, 6 ->
          add(Origin.ORDERS, lane, time, Wire.order(customer, OrderType.PAID, order, total, time));
      default ->
          add(
              Origin.ORDERS,
              lane,
              time,
              Wire.order(customer, OrderType.REFUNDED, order, total / 2, time));
    }
  }

  /** Puts a record in the log, now and then twice. */
  private void add(Origin origin, int lane, long time, byte[] record) {
    int copies = random.nextInt(6) == 0 ? 2 : 1;
    for (int copy = 0; copy < copies; copy++) {
      long arrival = time + DELAYS[random.nextInt(DELAYS.length)];
      int partition = origin.ordinal() * PARTITIONS_PER_TOPIC + lane;
      log.add(new Logged(origin, partition, arrival, record));
    }
  }

  private List<List<Logged>> byPartition() {
    List<List<Logged>> partitions = new ArrayList<>();
    for (int number = 0; number < Origin.values().length * PARTITIONS_PER_TOPIC; number++) {
      int wanted = number;
      partitions.add(
          log.stream()
              .filter(record -> record.partition() == wanted)
              .sorted(Comparator.comparingLong(Logged::arrival))
              .toList());
    }
    return partitions.stream().filter(partition -> !partition.isEmpty()).toList();
  }
}
