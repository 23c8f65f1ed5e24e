package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the engine says of a proposal, before anything of it is written: first of everything in
 * force together, at each instant at which that changes, then of each version by itself, as a job
 * reads them one after the other.
 */
public final class Trial {
  private final Proposal proposal;
  private final RuleSource source;
  private final String currency;

  /**
   * Of a proposal.
   *
   * @param source where it comes from, to say where in it a fault is
   * @param currency ISO 4217 code of the shop
   */
  public Trial(Proposal proposal, RuleSource source, String currency) {
    this.proposal = proposal;
    this.source = source;
    this.currency = currency;
  }

  /**
   * The versions to write, in an order in which a job takes each of them.
   *
   * @throws FaultException if the engine refuses one, or one withdraws a rule: that has a command
   *     of its own, which takes back what is still valid of the rule as it was
   */
  public List<Revision> order() {
    refuse(withdrawals());
    refuse(faults(proposal.after()));
    Rehearsal rehearsal = Rehearsal.of(proposal.before(), currency);
    List<Revision> order = rehearsal.order(proposal.revisions(), proposal.at());
    refuse(rehearsal.refused());
    return order;
  }

  private List<Fault> withdrawals() {
    return proposal.revisions().stream()
        .filter(one -> one.status() == Status.WITHDRAWN)
        .map(this::withdrawal)
        .toList();
  }

  private Fault withdrawal(Revision one) {
    String id = one.id().id();
    YamlTree.Place place =
        source
            .rule(one.id())
            .flatMap(rule -> rule.value("status"))
            .map(YamlTree::placeOf)
            .orElse(new YamlTree.Place(0, 0));
    return Fault.error(
        place.line(),
        place.column(),
        "no file withdraws a rule: ./kairos rules withdraw %s does".formatted(id));
  }

  private void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new FaultException(faults, source.file());
    }
  }

  /** Each once, though it may be there at several instants; those of the file in its order. */
  private List<Fault> faults(Ledger after) {
    return after.changesFrom(proposal.takesEffect()).stream()
        .flatMap(at -> faults(after, at).stream())
        .distinct()
        .sorted(Comparator.comparingInt(Fault::line))
        .toList();
  }

  private List<Fault> faults(Ledger after, Instant at) {
    String composed = after.document(at);
    List<Fault> faults = new ArrayList<>();
    for (Fault fault : EngineReading.ofRules(composed, currency)) {
      faults.add(source.locate(fault, composed).orElseGet(() -> elsewhere(fault)));
    }
    faults.addAll(EngineReading.ofModel(after.model(at)));
    return faults;
  }

  private static Fault elsewhere(Fault fault) {
    return fault.elsewhere("not in this file, but no longer right beside it: ");
  }
}
