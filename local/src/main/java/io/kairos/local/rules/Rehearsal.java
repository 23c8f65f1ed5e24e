package io.kairos.local.rules;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a job makes of the topic. It takes one version after the other, and refuses one that is not
 * right beside what it has by then; so their order counts.
 */
final class Rehearsal {
  private final RuleHistory job;
  private final Map<Revision, String> refused = new LinkedHashMap<>();

  private Rehearsal(RuleHistory job) {
    this.job = job;
  }

  /** A job that has read what is published. */
  static Rehearsal of(Ledger published, String currency) {
    BaseRules base = published.base();
    RuleHistory job =
        RuleHistory.of(base.text(), ModelFile.parse(base.model()), currency, Set.of());
    Rehearsal rehearsal = new Rehearsal(job);
    published.records().forEach(rehearsal::take);
    rehearsal.refused.clear();
    return rehearsal;
  }

  /**
   * The versions in an order in which the job takes as many as it can: what others lean on first
   * where nothing speaks against it.
   */
  List<Revision> order(List<Revision> revisions, Activation at) {
    List<Revision> order = new ArrayList<>();
    List<Revision> left = new ArrayList<>(revisions);
    left.sort((one, other) -> one.id().compareTo(other.id()));
    int before;
    do {
      before = left.size();
      for (Revision one : List.copyOf(left)) {
        if (take(at.published(one))) {
          order.add(one);
          left.remove(one);
        }
      }
    } while (left.size() < before);
    return order;
  }

  /** One fault for each version that the job did not take. */
  List<Fault> refused() {
    return refused.entrySet().stream()
        .map(
            one ->
                Fault.error(0, 0, "%s: %s".formatted(one.getKey().id().title(), one.getValue()))
                    .hinting("publish it in two steps, first what the other needs"))
        .toList();
  }

  private boolean take(Published one) {
    try {
      job.add(declaration(one.revision()), one.effectiveAt().toEpochMilli());
      refused.remove(one.revision());
      return true;
    } catch (RuleFileException wrong) {
      refused.put(one.revision(), wrong.problems().get(0).message());
      return false;
    }
  }

  private static Declaration declaration(Revision revision) {
    return new Declaration(
        revision.id().kind().inTheEngine(),
        revision.id().id(),
        revision.number(),
        revision.status(),
        revision.body(),
        revision.terms().period().to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
  }
}
