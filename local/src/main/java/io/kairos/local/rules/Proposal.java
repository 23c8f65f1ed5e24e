package io.kairos.local.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a publication would change, before it is written. */
public final class Proposal {
  private final RuleBook before;
  private final List<Change> changes;
  private final Instant now;

  private Proposal(RuleBook before, List<Change> changes, Instant now) {
    this.before = before;
    this.changes = changes;
    this.now = now;
  }

  /**
   * The changes that drafts make.
   *
   * @param now event time
   */
  public static Proposal of(RuleBook before, Collection<Draft> drafts, Authorship by, Instant now) {
    List<Change> changes =
        drafts.stream()
            .map(draft -> Declared.complete(draft, before))
            .map(draft -> Change.of(before.history(draft.id()), draft, by, now))
            .toList();
    return new Proposal(before, changes, now);
  }

  /** One for each draft, in their order. */
  public List<Change> changes() {
    return changes;
  }

  /** What is to be written, in the order in which it is: what others lean on first. */
  public List<Revision> revisions() {
    return changes.stream()
        .filter(Change::isToBeWritten)
        .map(Change::after)
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  /** The rule file in force now. */
  public String documentBefore() {
    return before.document(now);
  }

  /** The rule file in force once everything that is to be written has taken effect. */
  public String documentAfter() {
    return after().document(takesEffect());
  }

  /**
   * The first fault of everything in force together, at each instant from the first effect on at
   * which what is declared changes.
   *
   * @param source where the drafts come from, to say where in it a fault is
   * @param currency ISO 4217 code of the shop
   */
  public Optional<Fault> fault(RuleSource source, String currency) {
    RuleBook after = after();
    return after.changesFrom(takesEffect()).stream()
        .flatMap(at -> fault(source, after, at, currency).stream())
        .findFirst();
  }

  private static Optional<Fault> fault(
      RuleSource source, RuleBook after, Instant at, String currency) {
    String composed = after.document(at);
    return EngineReading.ofRules(composed, currency)
        .map(fault -> source.locate(fault, composed).orElseGet(() -> elsewhere(fault)))
        .or(() -> EngineReading.ofModel(after.model(at)));
  }

  /**
   * Today the engine does not say a line of everything, and a fault may lie in what stood before.
   */
  private static Fault elsewhere(Fault fault) {
    return fault.line() == 0 ? fault : fault.elsewhere("beside what is published already: ");
  }

  private RuleBook after() {
    return before.with(revisions().stream().map(one -> new Published(one, now)).toList());
  }

  private Instant takesEffect() {
    return revisions().stream()
        .map(one -> new Published(one, now).effectiveAt())
        .min(Instant::compareTo)
        .orElse(now);
  }
}
