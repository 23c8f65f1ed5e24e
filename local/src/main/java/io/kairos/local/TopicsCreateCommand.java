package io.kairos.local;

import io.kairos.local.kafka.TopicCommands;
import io.kairos.local.kafka.TopicPlan;
import io.kairos.local.kafka.TopicSetup;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.profiles.KafkaAccess;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kairos topics create}: every topic, with the settings that it needs. */
@Command(
    name = "create",
    description = {
      "Creates every topic that is missing, with partitions, replicas, cleanup, retention and"
          + " timestamp type.",
      "A topic that is there stays as it is; where it differs, that is told."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class TopicsCreateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private NamedKafkaOptions kafka;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "12",
      description = "Of each topic but rules, which has one: its order counts.")
  private int partitions;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      defaultValue = "3",
      description = "Copies of each partition, at most one a broker.")
  private int replicas;

  @Option(
      names = "--print",
      description = "Create nothing; print the kafka-topics.sh commands that would do it.")
  private boolean print;

  @Override
  public Integer call() throws InterruptedException {
    requirePositive("--partitions", partitions);
    requirePositive("--replication-factor", replicas);
    KafkaAccess access = kafka.find();
    TopicPlan plan = new TopicPlan(access.topicPrefix(), partitions, replicas, TopicTime.LIVE);
    if (print) {
      say(TopicCommands.of(plan, access.bootstrapServers()));
    } else {
      try (TopicSetup setup = new TopicSetup(Admin.create(access.client()))) {
        setup.apply(plan).forEach(this::tell);
      }
    }
    return 0;
  }

  private void tell(TopicSetup.Outcome topic) {
    say(
        switch (topic.fate()) {
          case CREATED -> List.of("created  " + topic.name());
          case LEFT -> List.of("exists   " + topic.name());
        });
    say(topic.differences().stream().map(difference -> "         " + difference).toList());
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " must be at least 1, but is " + value);
    }
  }

  private void say(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }
}
