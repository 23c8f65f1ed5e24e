package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import io.kairos.local.imports.NearestName;
import java.time.Instant;
import java.time.ZoneId;
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

  private final DeliveryWords delivery;
  private final Instant now;
  private final List<Fault> found = new ArrayList<>();

  private RuleWarnings(DeliveryWords delivery, Instant now) {
    this.delivery = delivery;
    this.now = now;
  }

  /**
   * The warnings of a file, rule by rule.
   *
   * @param document the whole rule file that it makes with what is declared beside it
   * @param now to tell what is over
   */
  public static List<Fault> of(RuleSource source, String document, Instant now) {
    RuleWarnings warnings = new RuleWarnings(DeliveryWords.of(document), now);
    source.rules().forEach(warnings::look);
    return warnings.found;
  }

  /**
   * The same of a file that is to be published, and then what is only wrong beside what holds now.
   *
   * @param zone the shop's
   */
  public static List<Fault> of(RuleSource source, Proposal proposal, ZoneId zone) {
    List<Fault> found = new ArrayList<>(of(source, proposal.documentAfter(), proposal.at().now()));
    found.addAll(new ChangeWarnings(source, proposal, zone).all());
    return found;
  }

  private void look(RuleNode rule) {
    if (rule.period().isOver(now)) {
      warn(rule.value("effectiveTo"), rule, "never sends: it is over before it begins");
    }
    if (rule.status().equals(Optional.of(Status.TEST)) && delivery.testers().isEmpty()) {
      warn(rule.value("status"), rule, "sends to nobody: delivery names no testers");
    }
    steps(rule).forEach(step -> lookAtCases(rule, RuleSummary.casesOfStep(step)));
    lookAtConsent(rule);
  }

  /** A rule of which no message can reach a customer who never agreed to anything. */
  private void lookAtConsent(RuleNode rule) {
    Set<String> channels = RuleSummary.of(rule.node()).channels();
    boolean service =
        rule.value("purpose").map(YamlTree::textOf).filter("service"::equals).isPresent();
    if (!channels.isEmpty() && delivery.needConsent().containsAll(channels) && !service) {
      String agreed = String.join(" or ", channels);
      warn(Optional.empty(), rule, "reaches only customers who have agreed to " + agreed);
    }
  }

  private static List<Node> steps(RuleNode rule) {
    return rule.value("steps").map(YamlTree::elements).orElse(List.of(rule.node()));
  }

  private void lookAtCases(RuleNode rule, List<Node> cases) {
    boolean taken = false;
    for (Node one : cases) {
      if (taken) {
        warn(Optional.of(one), rule, "never sends this: the case before it always holds");
      }
      taken |= YamlTree.under("if", one).isEmpty();
      lookAtChannels(rule, one);
    }
  }

  /** Where the policy declares channels, the engine knows; else a name may be any. */
  private void lookAtChannels(RuleNode rule, Node oneCase) {
    Optional<Node> place = YamlTree.under("channel", oneCase);
    for (String channel : RuleSummary.channels(oneCase)) {
      if (!USUAL_CHANNELS.contains(channel)) {
        NearestName.of(channel, USUAL_CHANNELS)
            .map(meant -> "sends by " + channel + ": did you mean " + meant + "?")
            .ifPresent(message -> warn(place, rule, message));
      }
    }
  }

  private void warn(Optional<Node> place, RuleNode rule, String message) {
    found.add(rule.warning(place, message));
  }
}
