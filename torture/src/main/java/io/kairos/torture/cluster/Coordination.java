package io.kairos.torture.cluster;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

/**
 * What brokers coordinate: transactions where there are any, which the job has exactly once only;
 * groups of consumers, whose committed positions it has always, where there are none.
 *
 * @param countById how many of them, by the broker's id
 */
record Coordination(Map<Integer, Long> countById) {

  static Coordination of(Admin admin) throws ExecutionException, InterruptedException {
    Map<Integer, Long> transactions =
        count(
            admin.listTransactions().allByBrokerId().get().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(each -> entry.getKey())));
    return new Coordination(transactions.isEmpty() ? groups(admin) : transactions);
  }

  private static Map<Integer, Long> groups(Admin admin)
      throws ExecutionException, InterruptedException {
    Collection<GroupListing> listed = admin.listGroups().all().get();
    List<String> groups = listed.stream().map(GroupListing::groupId).toList();
    return count(
        admin.describeConsumerGroups(groups).all().get().values().stream()
            .map(group -> group.coordinator().id()));
  }

  private static Map<Integer, Long> count(Stream<Integer> ids) {
    return ids.collect(groupingBy(id -> id, counting()));
  }

  /** Whether there is anything. */
  boolean isEmpty() {
    return countById.isEmpty();
  }

  /** How many of them the broker has. */
  long of(Broker broker) {
    return countById.getOrDefault(broker.id(), 0L);
  }
}
