package io.kairos.local.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        end(one, history).map(moments::text).orElse(""),
        standing(one, history),
        one.isOfBase() ? "ships with the job" : moments.text(one.appended()),
        terms.author() == null ? "" : terms.author(),
        terms.note() == null ? "" : terms.note());
  }

  /** When its period is over, or a newer version takes its place. */
  private static Optional<Instant> end(Published one, History history) {
    Stream<Instant> newer =
        history.versions().stream()
            .filter(other -> other.revision().number() > one.revision().number())
            .map(Published::effectiveAt);
    return Stream.concat(newer, one.revision().terms().period().to().stream())
        .min(Comparator.naturalOrder())
        .filter(end -> end.isAfter(one.effectiveAt()));
  }

  private String standing(Published one, History history) {
    if (history.isOvertaken(one)) {
      return "never";
    } else if (history.pending(now).contains(one)) {
      return "not yet";
    }
    Optional<Published> current = history.inForce(now).filter(one::equals);
    return current.isPresent() && !one.isOver(now) ? "now" : "";
  }
}
