package io.kairos.local.rules;

import io.kairos.local.imports.NearestName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What the engine takes and the writer of a file hardly means, as far as it can be told at once.
 */
public final class RuleWarnings {
  private static final Set<String> USUAL_CHANNELS =
      new TreeSet<>(List.of("push", "sms", "email", "in-app", "service-desk"));

  private final Instant now;
  private final Set<String> needConsent;
  private final List<Fault> found = new ArrayList<>();

  private RuleWarnings(Instant now, Set<String> needConsent) {
    this.now = now;
    this.needConsent = needConsent;
  }

  /**
   * The warnings of a file, in its order.
   *
   * @param now to tell what is over
   */
  public static List<Fault> of(RuleSource source, Instant now) {
    RuleWarnings warnings = new RuleWarnings(now, needConsent(source));
    source.rules().forEach(warnings::look);
    return warnings.found;
  }

  private void look(RuleNode rule) {
    if (rule.period().isOver(now)) {
      warn(rule.value("effectiveTo"), "rule '%s' never sends: it is over before it begins", rule);
    }
    for (Node step : steps(rule)) {
      lookAtCases(rule, RuleSummary.casesOfStep(step));
    }
    lookAtConsent(rule);
  }

  /** A rule of which no message can reach a customer who never agreed to anything. */
  private void lookAtConsent(RuleNode rule) {
    Set<String> channels = RuleSummary.of(rule.node()).channels();
    boolean service =
        rule.value("purpose").map(YamlTree::textOf).filter("service"::equals).isPresent();
    if (!channels.isEmpty() && needConsent.containsAll(channels) && !service) {
      warn(
          Optional.empty(),
          "rule '%s' reaches only customers who have agreed to " + String.join(" or ", channels),
          rule);
    }
  }

  private static Set<String> needConsent(RuleSource source) {
    Optional<Node> delivery =
        source.tree().root().flatMap(root -> YamlTree.under("delivery", root));
    Set<String> needed =
        new TreeSet<>(
            delivery
                .flatMap(policy -> YamlTree.under("consentNeeded", policy))
                .map(RuleSummary::texts)
                .orElse(List.of("sms")));
    delivery
        .flatMap(policy -> YamlTree.under("consentAssumed", policy))
        .map(RuleSummary::texts)
        .ifPresent(needed::removeAll);
    return needed;
  }

  private static List<Node> steps(RuleNode rule) {
    return rule.value("steps").map(YamlTree::elements).orElse(List.of(rule.node()));
  }

  private void lookAtCases(RuleNode rule, List<Node> cases) {
    boolean taken = false;
    for (Node one : cases) {
      if (taken) {
        warn(Optional.of(one), "rule '%s' never sends this: the case before it always holds", rule);
      }
      taken |= YamlTree.under("if", one).isEmpty();
      lookAtChannels(rule, one);
    }
  }

  private void lookAtChannels(RuleNode rule, Node oneCase) {
    Optional<Node> place = YamlTree.under("channel", oneCase);
    for (String channel : RuleSummary.channels(oneCase)) {
      if (!USUAL_CHANNELS.contains(channel)) {
        NearestName.of(channel, USUAL_CHANNELS)
            .ifPresent(
                meant ->
                    warn(
                        place,
                        "rule '%s' sends by " + channel + ": did you mean " + meant + "?",
                        rule));
      }
    }
  }

  private void warn(Optional<Node> place, String message, RuleNode rule) {
    YamlTree.Place at = YamlTree.placeOf(place.orElse(rule.node()));
    found.add(Fault.warning(at, message.formatted(rule.id().id())));
  }
}
