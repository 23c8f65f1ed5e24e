package io.kairos.local;

import io.kairos.local.demo.DemoNote;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.profiles.ProfileShape;
import io.kairos.local.profiles.ProfileSource;
import io.kairos.local.profiles.ProfilesFile;
import io.kairos.local.profiles.ProfilesTopic;
import io.kairos.local.profiles.ReadCount;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where profiles are read from, of every command that reads them. */
final class ProfileOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Brokers to read from. Without it: the demo that runs on this machine.")
  private String bootstrapServers;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description =
          "What stands before the topics' names. Without it: the demo's, else "
              + Topics.DEFAULT_PREFIX)
  private String topicPrefix;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "A properties file with more settings of the Kafka client, as for TLS.")
  private Path kafkaConfig;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Read profiles.jsonl of a replay instead of Kafka; may end in .gz.")
  private Path input;

  /** Where profiles lie, found but not opened. */
  record Found(Opening opening, ZoneId zone) {}

  /** Opens it. */
  interface Opening {
    ProfileSource open(ProfileShape shape, ReadCount count, StopSignal stop) throws IOException;
  }

  /**
   * What the options name, else the newest running demo; says which on the error stream.
   *
   * @throws ParameterException if the options contradict each other
   * @throws CommandError if nothing is named and no demo runs
   */
  Found find() throws IOException {
    if (input != null) {
      return file();
    }
    Map<String, String> settings = settings();
    String brokers =
        bootstrapServers != null
            ? bootstrapServers
            : settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    return brokers == null ? demo(settings) : kafka(brokers, Topics.DEFAULT_PREFIX, settings);
  }

  private Found file() {
    if (bootstrapServers != null || topicPrefix != null || kafkaConfig != null) {
      throw new ParameterException(
          command.commandLine(), "--input reads a file: give it without the options of Kafka");
    }
    requireReadable(input, "--input", "profiles.jsonl as ./kairos replay --out DIR writes it");
    return new Found(
        (shape, count, stop) -> ProfilesFile.open(input, shape, count, stop), ZoneOffset.UTC);
  }

  private Found demo(Map<String, String> settings) throws IOException {
    List<DemoNote> demos = DemoNote.running();
    if (demos.isEmpty()) {
      throw new CommandError(
          "no demo runs on this machine: start one with ./kairos demo and wait for its first"
              + " lines, or name a broker with --bootstrap-servers or a file with --input");
    }
    DemoNote demo = demos.get(0);
    say(
        "Reading from the demo with process id %d, Kafka at %s%s"
            .formatted(
                demo.process(),
                demo.bootstrapServers(),
                demos.size() == 1 ? "" : ": the newest of " + demos.size()));
    Found found = kafka(demo.bootstrapServers(), demo.topicPrefix(), settings);
    return new Found(found.opening(), demo.zone());
  }

  private Found kafka(String brokers, String prefix, Map<String, String> settings) {
    KafkaAccess access =
        new KafkaAccess(brokers, topicPrefix == null ? prefix : topicPrefix, settings);
    return new Found(
        (shape, count, stop) -> ProfilesTopic.open(access, shape, count, stop), ZoneOffset.UTC);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    if (kafkaConfig != null) {
      requireReadable(kafkaConfig, "--kafka-config", "a properties file");
      Properties read = new Properties();
      try (Reader in = Files.newBufferedReader(kafkaConfig)) {
        read.load(in);
      } catch (IOException | IllegalArgumentException broken) {
        throw new CommandError(kafkaConfig + " is no properties file", broken);
      }
      read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
    }
    return settings;
  }

  private static void requireReadable(Path file, String option, String what) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandError("cannot read %s of %s: give %s".formatted(file, option, what));
    }
  }

  private void say(String line) {
    command.commandLine().getErr().println(line);
    command.commandLine().getErr().flush();
  }
}
