package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rule files, drafts and records of tests. */
final class Rules {
  static final Instant NOON = Instant.parse("2026-10-24T12:00:00Z");
  static final Activation AT = new Activation(NOON, Activation.USUAL_DELAY);
  static final Authorship ANN = new Authorship("ann", "more sales");
  static final DeclarationId DORMANCY = DeclarationId.rule("dormancy");

  /** A base file of one rule, one table and a list of segments. */
  static final String BASE =
      """
      rules:
        - id: dormancy
          version: 1
          becomes: activity.idleDays >= 30
          send: {channel: sms, template: we-miss-you}
      segments:
        - id: rich
          when: spending.monthlyAverage >= 5000
      tables:
        goes-with: {phones: cases}
      events: [scan]
      attributes: [size]
      """;

  private Rules() {}

  static RuleSource source(String yaml) {
    return RuleSource.of(new RuleText("file.yaml", yaml));
  }

  static BaseRules base() {
    return BaseRules.of(source(BASE));
  }

  static Ledger ledger(Published... records) {
    return Ledger.of(base(), Arrays.asList(records));
  }

  /** A file with one rule that starts on a view and waits for a time. */
  static String rule(String id, String after) {
    return """
        rules:
          - id: %s
            event: view
            after: %s
            send: {channel: push, template: hello}
        """
        .formatted(id, after);
  }

  static Draft draft(String yaml) {
    return source(yaml).drafts().get(0);
  }

  static Published published(DeclarationId id, int number, Status status, Instant appended) {
    return published(id, number, status, appended, Period.OPEN);
  }

  static Published published(
      DeclarationId id, int number, Status status, Instant appended, Period period) {
    String body = draft(rule(id.id(), number + "h")).body();
    return Rules.AT.published(
        new Revision(id, number, status, body, new Revision.Terms(period, "ann", null)), appended);
  }

  static Period from(Instant instant) {
    return new Period(Optional.of(instant), Optional.empty());
  }

  static Period until(Instant instant) {
    return new Period(Optional.empty(), Optional.of(instant));
  }

  static Change change(Ledger ledger, String yaml) {
    return Proposal.of(ledger, List.of(draft(yaml)), ANN, AT).changes().get(0);
  }

  static List<Integer> numbers(Collection<Published> versions) {
    return versions.stream().map(one -> one.revision().number()).toList();
  }
}
