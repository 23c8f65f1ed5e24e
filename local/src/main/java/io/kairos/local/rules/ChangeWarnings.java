package io.kairos.local.rules;

import io.kairos.engine.rule.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What the writer of a change hardly means, seen beside what holds now and the instant at which the
 * change takes effect.
 *
 * @param zone the shop's, of dates
 */
record ChangeWarnings(RuleSource source, Proposal proposal, ZoneId zone) {
  private static final DeclarationId DELIVERY = new DeclarationId(Kind.POLICY, "delivery");

  /** Without them more goes out, or at other hours. */
  private static final List<String> LIMITS = List.of("quietHours", "caps", "gap", "channels");

  /** Runs of a date begin in its first hour, at a part of it that the customer id fixes. */
  private static final LocalTime ALL_HAVE_BEGUN = LocalTime.of(1, 0);

  List<Fault> all() {
    List<Fault> found = new ArrayList<>();
    for (Revision changed : proposal.revisions()) {
      source
          .rule(changed.id())
          .filter(rule -> changed.isRunning())
          .flatMap(rule -> tooLate(rule, changed))
          .ifPresent(found::add);
      if (changed.id().equals(DELIVERY)) {
        limitsThatGo().ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Fault> tooLate(RuleNode rule, Revision changed) {
    Optional<Node> every = rule.value("every");
    Instant start = proposal.at().startOf(changed.terms().period());
    return every
        .flatMap(ChangeWarnings::date)
        .filter(date -> !start.isBefore(date.atTime(ALL_HAVE_BEGUN).atZone(zone).toInstant()))
        .map(
            date ->
                rule.warning(
                    every,
                    "reaches nobody by this version: in %s its runs of %s begin before it holds"
                        .formatted(zone, date)));
  }

  private static Optional<LocalDate> date(Node every) {
    return Recurrence.of(YamlTree.textOf(every)) instanceof Recurrence.Once once
        ? Optional.of(once.date())
        : Optional.empty();
  }

  private Optional<Fault> limitsThatGo() {
    Set<String> after = said(proposal.documentAfter());
    List<String> gone =
        LIMITS.stream()
            .filter(said(proposal.documentBefore())::contains)
            .filter(key -> !after.contains(key))
            .toList();
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    return delivery(source.tree())
        .map(YamlTree::placeOf)
        .map(place -> Fault.warning(place, "delivery no longer has " + String.join(", ", gone)))
        .map(
            fault ->
                fault.hinting(
                    "it is replaced as a whole: add the line to what ./kairos rules show"
                        + " policy/delivery prints"));
  }

  /** The keys of delivery. */
  private static Set<String> said(String document) {
    Set<String> keys = new TreeSet<>();
    delivery(YamlTree.of(document))
        .map(YamlTree::tuples)
        .orElse(List.of())
        .forEach(tuple -> keys.add(YamlTree.textOf(tuple.getKeyNode())));
    return keys;
  }

  private static Optional<Node> delivery(YamlTree tree) {
    return tree.root().flatMap(root -> YamlTree.under("delivery", root));
  }
}
