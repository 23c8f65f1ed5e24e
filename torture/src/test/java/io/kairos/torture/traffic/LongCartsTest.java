package io.kairos.torture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

/** How long carts get in a night. What is longer than the reference knows is not judged. */
class LongCartsTest {
  private static final Duration NIGHT = Duration.ofMinutes(480);
  private static final int EVENTS_A_SECOND = 150;
  private static final int LONGEST_KNOWN = 24;
  private static final int LONG = 20;
  private static final int ONE_OF = 200;
  private static final int FEW = 10;

  private final Map<String, Set<String>> carts = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>();
  private final Set<String> heard = new HashSet<>();

  @Test
  void hardlyAnyCartIsLongerThanTheReferenceKnows() {
    night().forEach(this::apply);

    assertThat(customersWith(LONGEST_KNOWN + 1) * ONE_OF).isLessThan(longest.size());
    assertThat(customersWith(LONGEST_KNOWN)).isPositive();
    assertThat(customersWith(LONG)).isGreaterThan(longest.size() / FEW);
  }

  /** How many had so many lines in the cart at one time, or more. */
  private long customersWith(int lines) {
    return longest.values().stream().filter(most -> most >= lines).count();
  }

  /** In the order of the job: by its own time what is on time, when it comes what is late. */
  private static Stream<PlannedEvent> night() {
    TrafficPlan plan = TrafficPlan.at(EVENTS_A_SECOND, 1);
    return Stream.generate(plan::next)
        .takeWhile(event -> event.dueMillis() < NIGHT.toMillis())
        .filter(event -> event.topic() != Topics.CLICKSTREAM)
        .sorted(Comparator.comparingLong(LongCartsTest::positionMillis));
  }

  private static long positionMillis(PlannedEvent event) {
    boolean late = event.dueMillis() - event.timeMillis() > Duration.ofSeconds(2).toMillis();
    return late ? event.dueMillis() : event.timeMillis();
  }

  private void apply(PlannedEvent event) {
    SpecificRecordBase record = event.recording().at(0);
    Set<String> cart = carts.computeIfAbsent(event.customerId(), id -> new HashSet<>());
    if (record instanceof CartEvent change && heard.add(change.getEventId())) {
      apply(change, cart);
    } else if (record instanceof OrderEvent order) {
      order.getLines().forEach(line -> cart.remove(line.getItem()));
    } else if (record instanceof CustomerEvent said && said.getType() == CustomerType.ERASE) {
      cart.clear();
    }
    longest.merge(event.customerId(), cart.size(), Math::max);
  }

  private static void apply(CartEvent change, Set<String> cart) {
    switch (change.getType()) {
      case EMPTIED -> cart.clear();
      case REMOVED -> cart.remove(change.getItem());
      default -> cart.add(change.getItem());
    }
  }
}
