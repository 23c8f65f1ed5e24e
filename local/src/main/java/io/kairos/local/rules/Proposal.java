package io.kairos.local.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a publication would change, before it is written. */
public final class Proposal {
  private final Ledger before;
  private final List<Change> changes;
  private final Instant now;

  private Proposal(Ledger before, List<Change> changes, Instant now) {
    this.before = before;
    this.changes = changes;
    this.now = now;
  }

  /**
   * The changes that drafts make.
   *
   * @param now event time
   */
  public static Proposal of(Ledger before, Collection<Draft> drafts, Authorship by, Instant now) {
    List<Change> changes =
        drafts.stream()
            .map(draft -> DeclaredNames.complete(draft, before))
            .map(draft -> Change.of(before.history(draft.id()), draft, by, now))
            .toList();
    return new Proposal(before, changes, now);
  }

  /** One for each draft, in their order. */
  public List<Change> changes() {
    return changes;
  }

  /** What is to be written. */
  public List<Revision> revisions() {
    return changes.stream().filter(Change::isToBeWritten).map(Change::after).toList();
  }

  /** The rule file in force now. */
  public String documentBefore() {
    return before.document(now);
  }

  /** The rule file in force once everything that is to be written has taken effect. */
  public String documentAfter() {
    return after().document(takesEffect());
  }

  /** Everything declared before it. */
  Ledger before() {
    return before;
  }

  /** Event time. */
  Instant now() {
    return now;
  }

  /** Everything declared once it is written. */
  Ledger after() {
    return before.with(revisions().stream().map(one -> new Published(one, now)).toList());
  }

  /** The first instant at which something of it holds. */
  Instant takesEffect() {
    return revisions().stream()
        .map(one -> new Published(one, now).effectiveAt())
        .min(Instant::compareTo)
        .orElse(now);
  }
}
