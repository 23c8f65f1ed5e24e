package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import io.kairos.local.view.Columns;
import io.kairos.local.view.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is in force, and what will be: for people. */
public final class RuleList {
  private final Ledger ledger;
  private final Instant now;
  private final Moments moments;

  /** Which rules are shown. */
  public enum Scope {
    /** Those that are not withdrawn or over. */
    CURRENT,
    /** All that were ever declared. */
    ALL
  }

  /** Of a ledger at an instant of event time. */
  public RuleList(Ledger ledger, Instant now, Moments moments) {
    this.ledger = ledger;
    this.now = now;
    this.moments = moments;
  }

  /** The lines, without line ends. */
  public List<String> lines(Scope scope) {
    List<String> lines = new ArrayList<>();
    lines.add("Rules at %s %s".formatted(moments.text(now), moments.zone()));
    ledger.pauseOfAll(now).ifPresent(pause -> lines.add(pauseOfAll(pause)));
    lines.add("");
    lines.addAll(rules(scope));
    addPart("Not yet in force", pending(), lines);
    addPart("Beside the rules, published", others(), lines);
    return lines;
  }

  private String pauseOfAll(Published pause) {
    return "ALL RULES ARE PAUSED since %s%s: ./kairos rules resume --all"
        .formatted(moments.since(pause), Columns.harmless(by(pause)));
  }

  private List<String> rules(Scope scope) {
    TextTable table =
        new TextTable(
            "rule", "status", "version", "since", "start", "steps", "channels", "owner", "name");
    int hidden = 0;
    for (History history : histories(Kind.RULE)) {
      Optional<Published> current = history.inForce(now);
      if (current.isEmpty()) {
        continue;
      }
      if (scope == Scope.CURRENT && isGone(current.get())) {
        hidden++;
      } else {
        addRule(current.get(), table);
      }
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (hidden > 0) {
      lines.add(Plural.of(hidden, "rule") + " withdrawn or over: --all shows them, too");
    }
    return lines;
  }

  private void addRule(Published current, TextTable table) {
    Revision revision = current.revision();
    RuleSummary summary = RuleSummary.of(revision.body());
    table.add(
        revision.id().id(),
        current.isOver(now) ? "over" : revision.status().label(),
        Integer.toString(revision.number()),
        moments.since(current),
        summary.start(),
        Integer.toString(summary.steps()),
        String.join(", ", summary.channels()),
        summary.owner(),
        summary.name());
  }

  private boolean isGone(Published current) {
    return current.revision().status() == Status.WITHDRAWN || current.isOver(now);
  }

  private List<String> pending() {
    TextTable table = new TextTable("what", "status", "version", "from", "in", "published by");
    for (History history : ledger.histories()) {
      for (Published one : history.pending(now)) {
        table.add(
            one.revision().id().title(),
            one.revision().status().label(),
            Integer.toString(one.revision().number()),
            moments.since(one),
            Figures.duration(Duration.between(now, one.effectiveAt()).plusMillis(999)),
            author(one));
      }
    }
    return table.lines();
  }

  private List<String> others() {
    TextTable table = new TextTable("what", "status", "version", "since", "published by");
    for (History history : ledger.histories()) {
      if (history.id().kind() == Kind.RULE || history.id().equals(DeclarationId.KILL_SWITCH)) {
        continue;
      }
      history
          .inForce(now)
          .filter(one -> !one.isOfBase())
          .ifPresent(
              one ->
                  table.add(
                      one.revision().id().title(),
                      one.isOver(now) ? "over" : one.revision().status().label(),
                      Integer.toString(one.revision().number()),
                      moments.since(one),
                      author(one)));
    }
    return table.lines();
  }

  private Collection<History> histories(Kind kind) {
    return ledger.histories().stream().filter(history -> history.id().kind() == kind).toList();
  }

  /** A table without rows is not worth its title. */
  private static void addPart(String title, List<String> table, List<String> lines) {
    if (table.size() > 1) {
      lines.add("");
      lines.add(title);
      table.forEach(line -> lines.add("  " + line));
    }
  }

  private static String author(Published one) {
    String author = one.revision().terms().author();
    return author == null ? "" : author;
  }

  private static String by(Published one) {
    String note = one.revision().terms().note();
    String author = author(one).isEmpty() ? "" : " by " + author(one);
    return author + (note == null ? "" : " (" + note + ")");
  }
}
