package io.kairos.local.rules;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a file can be used, and what is in it. */
public final class RuleCheck {
  private final RuleSource source;
  private final String currency;
  private final Instant now;

  /** Of a file, for a shop of that currency. */
  public RuleCheck(RuleSource source, String currency, Instant now) {
    this.source = source;
    this.currency = currency;
    this.now = now;
  }

  /**
   * Checks it as a change of other rules.
   *
   * @throws FaultException if it is refused
   */
  public void beside(BaseRules base) {
    Authorship nobody = new Authorship(null, null);
    Ledger published = Ledger.of(base, List.of());
    new Trial(Proposal.of(published, source.drafts(), nobody, now), source, currency).order();
  }

  /**
   * Checks it as the whole rule file of a job.
   *
   * @throws FaultException if it is refused
   */
  public void alone() {
    List<Fault> faults =
        source.isModel()
            ? EngineReading.ofModel(source.file().text())
            : EngineReading.ofRules(source.file().text(), currency);
    if (!faults.isEmpty()) {
      throw new FaultException(faults, source.file());
    }
  }

  /** What the engine takes and the writer hardly means. */
  public List<Fault> warnings() {
    return RuleWarnings.of(source, now);
  }

  /** One line that says what is in the file. */
  public String summary() {
    String contents =
        source.drafts().isEmpty()
            ? "nothing is declared"
            : source.drafts().stream()
                .collect(
                    Collectors.groupingBy(
                        draft -> draft.id().kind(), TreeMap::new, Collectors.counting()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(count -> count.getKey().counted(count.getValue()))
                .collect(Collectors.joining(", "));
    int warnings = warnings().size();
    return "%s: no errors%s, %s"
        .formatted(
            source.file().name(),
            warnings == 0 ? "" : ", " + Plural.of(warnings, "warning"),
            contents);
  }
}
