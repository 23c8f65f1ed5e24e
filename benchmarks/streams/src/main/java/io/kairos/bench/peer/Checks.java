package io.kairos.bench.peer;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The customers to look at again though nothing happens, by time: at most one entry for each, moved
 * to an earlier time at once, to a later one when it comes up.
 */
final class Checks {
  /** Key: the time in 13 digits and the customer id; value: the customer id. */
  private final KeyValueStore<String, String> store;

  /** Before that there is nothing: where a search would pass over all that was deleted. */
  private long takenUntil;

  Checks(KeyValueStore<String, String> store) {
    this.store = store;
  }

  /** Files the customer under the next time that something is due, if that is earlier. */
  void file(String customerId, Profile profile) {
    long due = earlier(Cart.dueAt(profile), Activity.dueAt(profile));
    long filed = profile.getCheckAt();
    if (due == 0 || (filed != 0 && filed <= due)) {
      return;
    }
    if (filed != 0) {
      store.delete(key(filed) + customerId);
    }
    long at = Math.max(due, takenUntil);
    store.put(key(at) + customerId, customerId);
    profile.setCheckAt(at);
  }

  /** Takes out the customers whose time is before an instant. */
  List<String> take(long before) {
    List<KeyValue<String, String>> due = new ArrayList<>();
    try (KeyValueIterator<String, String> found = store.range(key(takenUntil), key(before))) {
      found.forEachRemaining(due::add);
    }
    due.forEach(entry -> store.delete(entry.key));
    takenUntil = before;
    return due.stream().map(entry -> entry.value).toList();
  }

  private static long earlier(long one, long other) {
    return one == 0 || other == 0 ? one + other : Math.min(one, other);
  }

  private static String key(long time) {
    return String.format("%013d|", time);
  }
}
