package io.kairos.local.rules;

import io.kairos.engine.profile.Shop;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file that can be used.
 *
 * @param source the file
 * @param warnings what the engine takes and the writer hardly means
 */
public record RuleCheck(RuleSource source, List<Fault> warnings) {

  /**
   * Checks a file as a change of other rules.
   *
   * @throws FaultException if it is refused
   */
  public static RuleCheck beside(BaseRules base, RuleSource source, Shop shop, Instant now) {
    Authorship nobody = new Authorship(null, null);
    Proposal proposal =
        Proposal.of(
            Ledger.of(base, List.of()),
            source.drafts(),
            nobody,
            new Activation(now, Activation.USUAL_DELAY));
    new Trial(proposal, source, shop.currency()).order();
    return new RuleCheck(source, RuleWarnings.of(source, proposal, shop.zone()));
  }

  /**
   * Checks a file as the whole rule file of a job, or its model file.
   *
   * @param currency ISO 4217 code of the shop
   * @throws FaultException if it is refused
   */
  public static RuleCheck alone(RuleSource source, String currency, Instant now) {
    String text = source.file().text();
    List<Fault> faults =
        source.isModel() ? EngineReading.ofModel(text) : EngineReading.ofRules(text, currency);
    if (!faults.isEmpty()) {
      throw new FaultException(faults, source.file());
    }
    return new RuleCheck(source, RuleWarnings.of(source, text, now));
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
    return "%s: no errors%s, %s"
        .formatted(
            source.file().name(),
            warnings.isEmpty() ? "" : ", " + Plural.of(warnings.size(), "warning"),
            contents);
  }
}
