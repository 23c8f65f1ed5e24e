package io.kairos.local;

import io.kairos.local.demo.DemoNote;
import io.kairos.local.profiles.ProfileShape;
import io.kairos.local.profiles.ProfileSource;
import io.kairos.local.profiles.ProfilesFile;
import io.kairos.local.profiles.ProfilesTopic;
import io.kairos.local.profiles.ReadCount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where profiles are read from, of every command that reads them. */
final class ProfileOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private KafkaOptions kafka;

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
    return input == null ? topic(kafka.find(" or a file with --input")) : file();
  }

  private static Found topic(KafkaOptions.Found cluster) {
    return new Found(
        (shape, count, stop) -> ProfilesTopic.open(cluster.access(), shape, count, stop),
        cluster.demo().map(DemoNote::zone).orElse(ZoneOffset.UTC));
  }

  private Found file() {
    if (kafka.areGiven()) {
      throw new ParameterException(
          command.commandLine(), "--input reads a file: give it without the options of Kafka");
    }
    GivenFile.requireReadable(
        input, "--input", "profiles.jsonl as ./kairos replay --out DIR writes it");
    return new Found(
        (shape, count, stop) -> ProfilesFile.open(input, shape, count, stop), ZoneOffset.UTC);
  }
}
