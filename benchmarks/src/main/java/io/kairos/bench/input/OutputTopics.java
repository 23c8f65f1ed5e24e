package io.kairos.bench.input;

import io.kairos.local.kafka.TopicPlan;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** What contenders write: empty before each of them, counted after. */
public final class OutputTopics implements AutoCloseable {
  private static final Set<Topics> OUTPUTS =
      Set.of(Topics.TRIGGERS, Topics.DECISIONS, Topics.PROFILES, Topics.DEAD_LETTERS);
  private static final long POLL_MILLIS = 50;

  private final Admin admin;

  public OutputTopics(String bootstrapServers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /**
   * Throws away what is in them, and every topic that a contender has made for itself.
   *
   * @throws ExecutionException if the broker refuses
   */
  public void empty() throws ExecutionException, InterruptedException {
    Set<String> inputs =
        Topics.inputs().stream().map(InputTopics::name).collect(Collectors.toSet());
    List<String> others =
        admin.listTopics().names().get().stream()
            .filter(name -> !inputs.contains(name) && !name.equals(InputTopics.name(Topics.RULES)))
            .toList();
    admin.deleteTopics(others).all().get();
    forgetGroups();
    TopicPlan plan = new TopicPlan(InputTopics.PREFIX, InputTopics.PARTITIONS, 1, TopicTime.REPLAY);
    Set<String> outputs = OUTPUTS.stream().map(InputTopics::name).collect(Collectors.toSet());
    List<NewTopic> made =
        plan.topics().stream().filter(topic -> outputs.contains(topic.name())).toList();
    admin.createTopics(made).all().get();
    for (Topics output : OUTPUTS) {
      awaitLeaders(output);
    }
  }

  /** Where a run before, perhaps a broken one, has got to is nobody's beginning. */
  private void forgetGroups() throws ExecutionException, InterruptedException {
    List<String> groups =
        admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
    admin.deleteConsumerGroups(groups).all().get();
  }

  private void awaitLeaders(Topics topic) throws ExecutionException, InterruptedException {
    while (true) {
      try {
        written(topic);
        return;
      } catch (ExecutionException notYet) {
        if (!(notYet.getCause() instanceof RetriableException)) {
          throw notYet;
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  /**
   * How many records are in a topic.
   *
   * @throws ExecutionException if the broker refuses
   */
  public long written(Topics topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        IntStream.range(0, InputTopics.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(InputTopics.name(topic), partition))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin.listOffsets(ends).all().get().values().stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }
}
