package io.kairos.local;

import io.kairos.engine.predict.ModelFile;
import io.kairos.local.explain.AdjustedRules;
import io.kairos.local.explain.DeployedRules;
import io.kairos.local.explain.DraftRules;
import io.kairos.local.explain.RuleSource;
import java.nio.file.Path;
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
              + " runs so. Without it: none, and of a file push and sms as in a replay.")
  private List<String> consent;

  /**
   * The rules.
   *
   * @param usualConsent channels where no option says which
   * @throws CommandError if the model cannot be read
   */
  RuleSource source(Set<String> usualConsent) {
    RuleSource base = rules == null ? new DeployedRules() : new DraftRules(rules);
    return new AdjustedRules(
        base,
        consent == null ? usualConsent : Set.copyOf(consent),
        GivenFile.read("--model", model, ModelFile::parse));
  }
}
