package io.kairos.local;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Edition;
import io.kairos.engine.rule.RuleFile;
import io.kairos.local.explain.Adjustment;
import io.kairos.local.explain.DeployedRules;
import io.kairos.local.explain.DraftRules;
import io.kairos.local.explain.PublishedRules;
import io.kairos.local.explain.RuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** By which rules a story is told. */
final class DecisionOptions {

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "Tell what would have happened with this rule file. Without it: what did, with the"
              + " rules of the deployment.")
  private Path rules;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description =
          "The rule file that the job was started with (rule.file). Without it: the rules that"
              + " ship with Kairos.")
  private Path base;

  @Option(
      names = "--activation-delay",
      paramLabel = "TIME",
      converter = DurationText.class,
      description =
          "The job's rule.activation-delay, for rules that were published. Without it: the"
              + " demo's, else 10s.")
  private Duration activationDelay;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model file of predictions, where the job runs with one.")
  private Path model;

  @Option(
      names = "--consent",
      paramLabel = "CHANNEL",
      split = ",",
      description =
          "Channels that customers who never said a word count as having agreed to, where the job"
              + " runs so, or none. Without it: none, and of a file push and sms as in a replay.")
  private List<String> consent;

  /**
   * The rules.
   *
   * @param usualConsent channels where no option says which
   * @param published what the deployment has published since
   * @param currency ISO 4217 code of the shop
   * @throws CommandError if a file cannot be read, or the rules know no such channel
   */
  RuleSource source(Set<String> usualConsent, PublishedRules published, String currency) {
    Adjustment adjustment =
        new Adjustment(
            consent == null ? usualConsent : Set.copyOf(consent),
            GivenFile.read("--model", model, ModelFile::parse));
    RuleSource source =
        rules == null
            ? new DeployedRules(base(), published, adjustment)
            : new DraftRules(rules, adjustment);
    if (consent != null) {
      ConsentChannels.of(
          consent, source.read(currency).editions().stream().map(Edition::set).toList());
    }
    return source;
  }

  /** How long after its append a rule takes effect. */
  Duration activationDelay(Duration usual) {
    return activationDelay == null ? usual : activationDelay;
  }

  private DeployedRules.Base base() {
    return GivenFile.read(
            "--base", base, yaml -> new DeployedRules.Base("the rules of " + base, yaml))
        .orElseGet(() -> new DeployedRules.Base("the default rules", RuleFile.defaultText()));
  }
}
