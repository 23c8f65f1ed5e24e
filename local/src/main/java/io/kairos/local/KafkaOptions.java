package io.kairos.local;

import io.kairos.flink.config.RegistryConfig.Registration;
import io.kairos.local.demo.DemoClock;
import io.kairos.local.demo.DemoNote;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.rules.Activation;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which Kafka cluster a command works on: one that is named, else that of the running demo. */
final class KafkaOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Brokers of the cluster. Without it: the demo that runs on this machine.")
  private String bootstrapServers;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description =
          "What stands before the topics' names. Without it: the demo's, else "
              + Topics.DEFAULT_PREFIX)
  private String topicPrefix;

  @Option(
      names = ClientSettings.OPTION,
      paramLabel = "FILE",
      description = "A properties file with more settings of the Kafka client, as for TLS.")
  private Path kafkaConfig;

  @Mixin private RegistryOptions registry;

  /**
   * A cluster, found but not connected to.
   *
   * @param demo the demo whose cluster it is; empty for any other
   */
  record Found(KafkaAccess access, Optional<DemoNote> demo) {

    /** How long after its append a rule takes effect in the job there: the demo's, else usual. */
    Duration activationDelay() {
      return demo.flatMap(DemoNote::clock)
          .map(DemoClock::activationDelay)
          .orElse(Activation.USUAL_DELAY);
    }
  }

  /** Whether any of these options is given. */
  boolean areGiven() {
    return bootstrapServers != null
        || topicPrefix != null
        || kafkaConfig != null
        || registry.areGiven();
  }

  /**
   * What the options name, else the newest running demo; says which on the error stream.
   *
   * @param otherwise what else the user can name where no demo runs, as the end of a sentence
   * @throws CommandError if nothing is named and no demo runs
   */
  Found find(String otherwise) throws IOException {
    Map<String, String> settings = ClientSettings.of(kafkaConfig);
    String brokers =
        bootstrapServers != null
            ? bootstrapServers
            : settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    List<DemoNote> demos = DemoNote.running();
    if (brokers == null) {
      DemoNote demo = newest(demos, otherwise);
      return new Found(
          access(demo.bootstrapServers(), demo.topicPrefix(), settings), Optional.of(demo));
    }
    return new Found(
        access(brokers, Topics.DEFAULT_PREFIX, settings),
        demos.stream().filter(demo -> demo.bootstrapServers().equals(brokers)).findFirst());
  }

  private DemoNote newest(List<DemoNote> demos, String otherwise) {
    if (demos.isEmpty()) {
      throw new CommandError(
          "no demo runs on this machine: start one with ./kairos demo and wait for its first"
              + " lines, or name a broker with --bootstrap-servers"
              + otherwise);
    }
    DemoNote demo = demos.get(0);
    say(
        "Using the demo with process id %d, Kafka at %s%s"
            .formatted(
                demo.process(),
                demo.bootstrapServers(),
                demos.size() == 1 ? "" : ": the newest of " + demos.size()));
    return demo;
  }

  private KafkaAccess access(String brokers, String prefix, Map<String, String> settings) {
    return new KafkaAccess(
        brokers,
        topicPrefix == null ? prefix : topicPrefix,
        settings,
        registry.find(Registration.LOOK_UP));
  }

  private void say(String line) {
    command.commandLine().getErr().println(line);
    command.commandLine().getErr().flush();
  }
}
