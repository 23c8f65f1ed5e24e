package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.CustomerState;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.StoredCustomer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCacheTest {
  private static final int CUSTOMERS = 8;

  private final Shelf shelf = new Shelf();
  private final StateMetrics counts = StateMetrics.in(new UnregisteredMetricsGroup());

  /** Keeps customers, and in which order they were written. */
  private static final class Shelf implements CustomerStore {
    private final Map<CustomerKey, StoredCustomer> all = new HashMap<>();
    private final List<Long> written = new ArrayList<>();

    @Override
    public StoredCustomer read(CustomerKey key) {
      return all.get(key);
    }

    @Override
    public void write(CustomerKey key, StoredCustomer customer) {
      all.put(key, customer);
      written.add(key.low());
    }

    @Override
    public StoredCustomer formed(StoredCustomer customer) {
      return customer;
    }
  }

  @Property(tries = 200)
  void answersAsAMapDoesWhateverRoomThereIs(@ForAll long seed) throws IOException {
    for (int room : new int[] {0, 1, 3, CUSTOMERS, 100_000}) {
      Shelf kept = new Shelf();
      CustomerCache cache = new CustomerCache(kept, room, counts);
      Map<CustomerKey, StoredCustomer> naive = new HashMap<>();
      Random random = new Random(seed);
      for (int step = 0; step < 100; step++) {
        act(random, cache, naive);
        assertThat(cache.size()).isLessThanOrEqualTo(room);
        assertThat(cache.unwritten()).isLessThanOrEqualTo(cache.size());
      }
      cache.write(0);
      assertThat(kept.all).isEqualTo(naive);
    }
  }

  private static void act(
      Random random, CustomerCache cache, Map<CustomerKey, StoredCustomer> naive)
      throws IOException {
    CustomerKey key = key(random.nextInt(CUSTOMERS));
    switch (random.nextInt(4)) {
      case 0 -> assertThat(cache.get(key)).isSameAs(naive.get(key));
      case 1 -> assertThat(cache.look(key)).isSameAs(naive.get(key));
      case 2 -> cache.write(random.nextInt(3));
      default -> {
        StoredCustomer customer = customer(random.nextInt());
        cache.put(key, customer);
        naive.put(key, customer);
      }
    }
  }

  @Test
  void aCustomerWhoComesBackCostsNeitherReadNorWrite() throws IOException {
    CustomerCache cache = new CustomerCache(shelf, 2, counts);
    for (int visit = 0; visit < 5; visit++) {
      cache.get(key(1));
      cache.put(key(1), customer(visit));
    }
    assertThat(shelf.written).isEmpty();
    assertThat(counts.hits().getCount()).isEqualTo(4);
    assertThat(counts.misses().getCount()).isEqualTo(1);
  }

  @Test
  void whoWasTouchedLongestAgoIsWrittenFirst() throws IOException {
    CustomerCache cache = filled(4);
    cache.get(key(0));
    cache.write(2);
    assertThat(shelf.written).containsExactly(1L, 2L);
  }

  @Test
  void whoIsWrittenMakesRoomBeforeWhoIsNot() throws IOException {
    CustomerCache cache = filled(4);
    cache.write(3);
    cache.get(key(0));
    cache.put(key(9), customer(9));
    assertThat(shelf.written).containsExactly(0L);
    assertThat(cache.size()).isEqualTo(4);
    assertThat(cache.unwritten()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void lookingTakesNobodysPlace(int room) throws IOException {
    CustomerCache cache = filled(room);
    shelf.all.put(key(9), customer(9));
    assertThat(cache.look(key(9))).isNotNull();
    assertThat(cache.size()).isEqualTo(room);
    assertThat(shelf.written).isEmpty();
  }

  @Test
  void whatIsWrittenIsNotWrittenAgain() throws IOException {
    CustomerCache cache = filled(3);
    cache.write(0);
    cache.write(0);
    assertThat(shelf.written).hasSize(3);
  }

  private CustomerCache filled(int room) throws IOException {
    CustomerCache cache = new CustomerCache(shelf, room, counts);
    for (int number = 0; number < room; number++) {
      cache.put(key(number), customer(number));
    }
    return cache;
  }

  private static CustomerKey key(long number) {
    return new CustomerKey(0, number);
  }

  private static StoredCustomer customer(long wakeUp) {
    return StoredCustomer.of(wakeUp, CustomerState.of("c"));
  }
}
