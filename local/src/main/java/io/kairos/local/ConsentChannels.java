package io.kairos.local;

import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Experiment;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Step;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The channels of {@code --consent}: who never said a word counts as having agreed to them. */
final class ConsentChannels {
  /** Stands alone. To the job, no channel at all would mean what the rule file says. */
  private static final String NONE = "none";

  private ConsentChannels() {}

  static boolean areNone(List<String> given) {
    return given.equals(List.of(NONE));
  }

  /**
   * Those that are given.
   *
   * @param rules one of which has to know each channel
   * @throws CommandError if none of them does
   */
  static Set<String> of(List<String> given, Collection<RuleSet> rules) {
    Set<String> known = new TreeSet<>(areNone(given) ? given : List.of());
    rules.stream().flatMap(ConsentChannels::known).forEach(known::add);
    for (String channel : given) {
      if (!known.contains(channel)) {
        throw new CommandError(
            "--consent: the rules know no channel '%s'; known: %s; or %s alone"
                .formatted(channel, String.join(", ", known), NONE));
      }
    }
    return Set.copyOf(given);
  }

  private static Stream<String> known(RuleSet rules) {
    Stream<String> named =
        rules.rules().values().stream()
            .flatMap(ConsentChannels::steps)
            .flatMap(step -> step.cases().stream())
            .map(Case::channels)
            .flatMap(Collection::stream);
    return Stream.of(
            rules.policy().audience().channels().stream(),
            rules.policy().consents().needed().stream(),
            named)
        .flatMap(channels -> channels);
  }

  private static Stream<Step> steps(Rule rule) {
    Experiment experiment = rule.plan().experiment();
    Stream<Step> own = rule.plan().steps().stream();
    return experiment == null
        ? own
        : Stream.concat(
            own, experiment.variants().stream().flatMap(variant -> variant.steps().stream()));
  }
}
