package io.kairos.local;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.demo.DemoClock;
import io.kairos.local.demo.DemoNote;
import io.kairos.local.rules.BaseRules;
import io.kairos.local.rules.Plural;
import io.kairos.local.rules.RuleSource;
import io.kairos.local.rules.RuleText;
import io.kairos.local.rules.RulesTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where rules are published, of every command that reads or writes them. */
final class RulesOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description =
          "The rule file that the job was started with (rule.file). Without it: the rules that"
              + " ship with Kairos.")
  private Path base;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      converter = ZoneText.class,
      description =
          "The shop's zone, of the times and of the preview. Without it: the demo's, else the job's"
              + " default, Asia/Shanghai.")
  private ZoneId zone;

  @Option(
      names = "--activation-delay",
      paramLabel = "TIME",
      converter = DurationText.class,
      description =
          "The job's rule.activation-delay, to say when something takes effect. Without it: the"
              + " demo's, else 10s.")
  private Duration activationDelay;

  /** The rule file under everything that is published. */
  BaseRules base() {
    return base == null ? BaseRules.shipped() : BaseRules.of(RuleSource.of(RuleText.read(base)));
  }

  /**
   * What the options name, read to its end.
   *
   * @throws CommandError if nothing is named and no demo runs, or it cannot be read
   */
  RulesDesk open() throws IOException {
    KafkaOptions.Found cluster = kafka.find("");
    ZoneId shop = cluster.demo().map(DemoNote::zone).orElseGet(RulesOptions::usualZone);
    RulesTopic topic = new RulesTopic(cluster.access(), delay(cluster));
    RulesTopic.Contents contents = topic.read();
    sayLeftOut(contents.unreadable());
    RulesDesk desk =
        new RulesDesk(topic, contents, base(), zone == null ? shop : zone, time(cluster));
    cluster.demo().ifPresent(demo -> sayTime(desk));
    return desk;
  }

  /** That of a job that is not told another: else the preview would cut its days elsewhere. */
  static ZoneId usualZone() {
    return ZoneId.of(KairosOptions.TIME_ZONE.defaultValue());
  }

  private Duration delay(KafkaOptions.Found cluster) {
    return activationDelay == null ? cluster.activationDelay() : activationDelay;
  }

  private void sayTime(RulesDesk desk) {
    say("It is %s %s there".formatted(desk.moments().text(desk.now()), desk.zone()));
  }

  private void sayLeftOut(int records) {
    if (records > 0) {
      say(
          "kairos: left out %s of the rules topic that this release cannot read"
              .formatted(Plural.of(records, "record")));
    }
  }

  private void say(String line) {
    command.commandLine().getErr().println(line);
    command.commandLine().getErr().flush();
  }

  /** Event time: the demo's own, which runs faster; anywhere else the wall's. */
  private static InstantSource time(KafkaOptions.Found cluster) {
    if (cluster.demo().isEmpty()) {
      return InstantSource.system();
    }
    DemoClock clock = cluster.demo().flatMap(DemoNote::clock).orElseThrow(RulesOptions::starting);
    return () -> clock.eventTime(Instant.now());
  }

  private static CommandError starting() {
    return new CommandError(
        "the demo is just starting: wait for its first triggers, then try again");
  }
}
