package io.kairos.bench.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.InputEvent;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
  private static final int COUNT = 20_000;
  private static final int CUSTOMERS = 100;

  private final LiveEvents live = new LiveEvents(CUSTOMERS, 0, 1);
  private final List<InputEvent> events =
      IntStream.range(0, COUNT).mapToObj(number -> live.at(1_000_000L + number)).toList();

  @Test
  void mostAreClicks() {
    Map<Topics, Long> counts =
        events.stream().collect(Collectors.groupingBy(InputEvent::topic, Collectors.counting()));

    assertThat(counts.get(Topics.CLICKSTREAM)).isBetween(COUNT * 89L / 100, COUNT * 91L / 100);
    assertThat(counts.get(Topics.CART)).isBetween(COUNT * 6L / 100, COUNT * 8L / 100);
    assertThat(counts.get(Topics.ORDERS)).isBetween(COUNT * 2L / 100, COUNT * 4L / 100);
  }

  @Test
  void whoeverPutsSomethingIntoACartDoesNothingElse() {
    Map<String, List<InputEvent>> byCustomer =
        events.stream().collect(Collectors.groupingBy(InputEvent::customerId));

    assertThat(events.stream().filter(event -> event.topic() == Topics.CART))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(byCustomer.get(event.customerId())).hasSize(1));
  }

  @Test
  void happenWhenTheyAreToldTo() {
    assertThat(events.get(7).timeMillis()).isEqualTo(1_000_007);
  }

  @Test
  void halfMayBeThoseOfOneCustomer() {
    LiveEvents hot = new LiveEvents(1_000_000, 50, 1);
    Map<String, Long> byCustomer =
        IntStream.range(0, COUNT)
            .mapToObj(hot::at)
            .filter(event -> event.topic() != Topics.CART)
            .collect(Collectors.groupingBy(InputEvent::customerId, Collectors.counting()));

    long others = byCustomer.values().stream().mapToLong(count -> count).sum();
    assertThat(byCustomer.values().stream().max(Long::compare).orElseThrow())
        .isBetween(others * 48 / 100, others * 60 / 100);
  }
}
