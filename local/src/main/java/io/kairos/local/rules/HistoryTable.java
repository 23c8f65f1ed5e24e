package io.kairos.local.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one declaration, for people.
 *
 * @param now event time
 * @param moments writes times
 */
public record HistoryTable(Instant now, Moments moments) {

  /** The lines, without line ends; the newest version first. */
  public List<String> lines(History history) {
    TextTable table =
        new TextTable("version", "status", "from", "to", "in force", "published", "by", "note");
    List<Published> versions = history.versions();
    for (int i = versions.size() - 1; i >= 0; i--) {
      add(versions.get(i), history, table);
    }
    return table.lines();
  }

  private void add(Published one, History history, TextTable table) {
    Revision.Terms terms = one.revision().terms();
    table.add(
        Integer.toString(one.revision().number()),
        one.revision().status().label(),
        moments.since(one),
        terms.period().to().map(moments::text).orElse(""),
        standing(one, history),
        one.isOfBase() ? "ships with the job" : moments.text(one.appended()),
        terms.author() == null ? "" : terms.author(),
        terms.note() == null ? "" : terms.note());
  }

  private String standing(Published one, History history) {
    if (history.pending(now).contains(one)) {
      return "not yet";
    }
    Optional<Published> current = history.inForce(now).filter(one::equals);
    return current.isPresent() && !one.isOver(now) ? "now" : "";
  }
}
