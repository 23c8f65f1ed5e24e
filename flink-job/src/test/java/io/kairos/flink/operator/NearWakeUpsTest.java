package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.state.CustomerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NearWakeUpsTest {
  private final NearWakeUps near = new NearWakeUps();

  @Test
  void wakesInOrderOfTimeUpToAndIncludingTheInstant() throws Exception {
    near.set(key(1), 30);
    near.set(key(2), 10);
    near.set(key(3), 20);
    assertThat(woken(19)).containsExactly(2L);
    assertThat(woken(30)).containsExactly(3L, 1L);
    assertThat(near.size()).isZero();
  }

  @Test
  void oneWhoWasMovedIsWokenOnce() throws Exception {
    near.set(key(1), 30);
    near.set(key(1), 10);
    near.set(key(1), 30);
    assertThat(near.at(key(1))).isEqualTo(30);
    assertThat(woken(10)).isEmpty();
    assertThat(woken(30)).containsExactly(1L);
  }

  @Test
  void keepsRoomForThoseOfTheNextHour() {
    long hour = 60 * 60 * 1000L;
    fill(NearWakeUps.MANY - 1);
    assertThat(near.hasRoom(hour + 1)).isTrue();
    fill(NearWakeUps.MANY);
    assertThat(near.hasRoom(hour + 1)).isFalse();
    assertThat(near.hasRoom(hour)).isTrue();
    fill(NearWakeUps.MOST);
    assertThat(near.hasRoom(hour)).isFalse();
  }

  private void fill(int upTo) {
    for (long number = near.size(); number < upTo; number++) {
      near.set(key(number), 10);
    }
  }

  @Test
  void oneWhoWasRemovedIsNotWoken() throws Exception {
    near.set(key(1), 30);
    near.remove(key(1));
    assertThat(near.at(key(1))).isEqualTo(Long.MAX_VALUE);
    assertThat(woken(30)).isEmpty();
  }

  @Test
  void whoIsSetWhileWakingIsWokenAsWellIfDue() throws Exception {
    near.set(key(1), 10);
    List<Long> woken = new ArrayList<>();
    near.wake(
        20,
        key -> {
          woken.add(key.low());
          near.set(key(key.low() + 1), 10 * (key.low() + 1));
        },
        () -> false);
    assertThat(woken).containsExactly(1L, 2L);
    assertThat(near.at(key(3))).isEqualTo(30);
  }

  @Test
  void whoIsLeftIsWokenTheNextTime() throws Exception {
    near.set(key(1), 10);
    near.set(key(2), 10);
    near.set(key(3), 20);
    List<Long> woken = new ArrayList<>();
    assertThat(near.wake(20, key -> woken.add(key.low()), () -> true)).isFalse();
    assertThat(woken).containsExactly(1L);
    assertThat(near.at(key(2))).as("not woken yet").isEqualTo(10);
    assertThat(near.wake(20, key -> woken.add(key.low()), () -> true)).isFalse();
    assertThat(near.wake(20, key -> woken.add(key.low()), () -> true)).as("the last").isTrue();
    assertThat(woken).containsExactly(1L, 2L, 3L);
  }

  @Property(tries = 200)
  void wakesAsANaiveMapSays(@ForAll long seed) throws Exception {
    NearWakeUps fast = new NearWakeUps();
    Map<Long, Long> naive = new TreeMap<>();
    Random random = new Random(seed);
    for (long now = 0; now < 60; now++) {
      long customer = random.nextInt(5);
      if (random.nextInt(5) == 0) {
        fast.remove(key(customer));
        naive.remove(customer);
      } else {
        long at = now + random.nextInt(10);
        fast.set(key(customer), at);
        naive.put(customer, at);
      }
      List<Long> woken = new ArrayList<>();
      fast.wake(now, key -> woken.add(key.low()), () -> false);
      long upTo = now;
      List<Long> due = naive.keySet().stream().filter(number -> naive.get(number) <= upTo).toList();
      assertThat(woken).containsExactlyInAnyOrderElementsOf(due);
      naive.keySet().removeAll(due);
      assertThat(fast.size()).isEqualTo(naive.size());
    }
  }

  private List<Long> woken(long upToMillis) throws Exception {
    List<Long> woken = new ArrayList<>();
    near.wake(upToMillis, key -> woken.add(key.low()), () -> false);
    return woken;
  }

  private static CustomerKey key(long number) {
    return new CustomerKey(0, number);
  }
}
