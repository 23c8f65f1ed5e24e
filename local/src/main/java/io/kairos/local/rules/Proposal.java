package io.kairos.local.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a publication would change, before it is written. */
public final class Proposal {
  private final Ledger before;
  private final List<Change> changes;
  private final Activation at;

  private Proposal(Ledger before, List<Change> changes, Activation at) {
    this.before = before;
    this.changes = changes;
    this.at = at;
  }

  /**
   * The changes that drafts make.
   *
   * @param at when they are published
   */
  public static Proposal of(Ledger before, Collection<Draft> drafts, Authorship by, Activation at) {
    List<Change> changes =
        drafts.stream()
            .map(draft -> DeclaredNames.complete(draft, before))
            .map(draft -> Change.of(before.history(draft.id()), draft, by, at))
            .toList();
    return new Proposal(before, changes, at);
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
    return before.document(at.now());
  }

  /**
   * The rule file in force once everything that is to be written has taken effect, with all of that
   * in it, though a part of it may be over by then.
   */
  public String documentAfter() {
    return after().document(starts().max(Instant::compareTo).orElse(at.now()), revisions());
  }

  /** Everything declared before it. */
  Ledger before() {
    return before;
  }

  /** When it is published. */
  Activation at() {
    return at;
  }

  /** Everything declared once it is written. */
  Ledger after() {
    return before.with(revisions().stream().map(at::published).toList());
  }

  /** The first instant at which something of it holds. */
  Instant takesEffect() {
    return starts().min(Instant::compareTo).orElse(at.now());
  }

  private Stream<Instant> starts() {
    return revisions().stream().map(one -> at.published(one).effectiveAt());
  }
}
