package io.kairos.local;

import io.kairos.local.demo.Demo;
import io.kairos.local.demo.DemoSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kairos demo}: the whole product on generated traffic. */
@Command(
    name = "demo",
    description = "Runs the job on generated traffic, with a Kafka broker of its own.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "Seconds of event time in a second, at most 10000; less for a --duration above 35h.")
  private int speed;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "End by itself after this time, such as 60s or 5m. Without it: Ctrl-C.")
  private Duration duration;

  @Option(names = "--plain", description = "Print lines instead of a live view.")
  private boolean plain;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Slots of the cluster and partitions of each topic, at most 64.")
  private int parallelism;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same traffic.")
  private long seed;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Customers in the traffic.")
  private int customers;

  @Option(
      names = "--no-traffic",
      description = "Generate nothing, and run in real time: for events of your own.")
  private boolean noTraffic;

  @Override
  public Integer call() throws Exception {
    new Demo(settings(), System.out).run();
    return 0;
  }

  private DemoSettings settings() {
    DemoSettings.Screen screen = plain ? DemoSettings.Screen.PLAIN : DemoSettings.Screen.LIVE;
    if (noTraffic && spec.commandLine().getParseResult().hasMatchedOption("--speed")) {
      throw new ParameterException(
          spec.commandLine(), "--speed is for generated traffic, but --no-traffic generates none");
    }
    try {
      return new DemoSettings(
          noTraffic ? 1 : speed, Optional.ofNullable(duration), screen, parallelism, crowd());
    } catch (CommandError wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private Optional<DemoSettings.Crowd> crowd() {
    return noTraffic ? Optional.empty() : Optional.of(new DemoSettings.Crowd(seed, customers));
  }
}
