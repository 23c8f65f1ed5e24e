package io.kairos.local.rules;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.kairos.local.view.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changes, for people to read before they say yes. */
public final class Difference {
  private static final int LINES_AROUND = 2;
  private static final int LINES_OF_FILE_NAMES = 2;

  private final Moments moments;

  public Difference(Moments moments) {
    this.moments = moments;
  }

  /** A line of a difference. */
  public record Line(Kind kind, String text) {
    /** What a line tells. */
    public enum Kind {
      TITLE,
      SAME,
      ADDED,
      REMOVED,
      REST
    }
  }

  /** All changes one below the other, then how many declarations stay as they are. */
  public List<Line> of(List<Change> changes) {
    List<Line> lines = new ArrayList<>();
    changes.stream().filter(Change::isToBeWritten).forEach(change -> add(change, lines));
    long unchanged = changes.stream().filter(change -> !change.isToBeWritten()).count();
    if (unchanged > 0) {
      lines.add(line(Line.Kind.REST, Plural.of(unchanged, "declaration") + " unchanged"));
    }
    return lines;
  }

  private void add(Change change, List<Line> lines) {
    lines.add(line(Line.Kind.TITLE, title(change)));
    addTerms(change, lines);
    String before = change.before().map(one -> one.revision().body()).orElse("");
    if (before.isEmpty() || !YamlBody.isSame(before, change.after().body())) {
      addBody(before, change.after().body(), lines);
    }
    lines.add(line(Line.Kind.REST, ""));
  }

  private static String title(Change change) {
    String name = change.after().id().title();
    int number = change.after().number();
    return change
        .before()
        .map(before -> "%s: changed, %s becomes version %d".formatted(name, was(before), number))
        .orElse("%s: new, version %d".formatted(name, number));
  }

  private static String was(Published before) {
    return before.revision().number() == 0
        ? "what ships with the job"
        : "version " + before.revision().number();
  }

  private void addTerms(Change change, List<Line> lines) {
    Optional<Revision> before = change.before().map(Published::revision);
    Revision after = change.after();
    addTerm("status", before.map(one -> one.status().label()), after.status().label(), lines);
    addTerm("from", before.map(Difference::period).map(p -> from(p)), from(period(after)), lines);
    addTerm("to", before.map(Difference::period).map(p -> to(p)), to(period(after)), lines);
  }

  /** Of what is new, only what is not usual. */
  private static void addTerm(
      String name, Optional<String> before, String after, List<Line> lines) {
    List<String> usual = List.of(Status.ACTIVE.label(), Moments.AT_ONCE, Moments.NO_END);
    if (before.map(after::equals).orElse(usual.contains(after))) {
      return;
    }
    before.ifPresent(was -> lines.add(line(Line.Kind.REMOVED, name + ": " + was)));
    lines.add(line(Line.Kind.ADDED, name + ": " + after));
  }

  private static Period period(Revision revision) {
    return revision.terms().period();
  }

  private String from(Period period) {
    return period.from().map(moments::text).orElse(Moments.AT_ONCE);
  }

  private String to(Period period) {
    return period.to().map(moments::text).orElse(Moments.NO_END);
  }

  private static void addBody(String before, String after, List<Line> lines) {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    UnifiedDiffUtils.generateUnifiedDiff("", "", old, DiffUtils.diff(old, fresh), LINES_AROUND)
        .stream()
        .skip(LINES_OF_FILE_NAMES)
        .map(Difference::bodyLine)
        .filter(line -> !line.text().isEmpty())
        .forEach(lines::add);
  }

  private static Line bodyLine(String unified) {
    String text = unified.isEmpty() ? "" : unified.substring(1);
    return switch (unified.isEmpty() ? ' ' : unified.charAt(0)) {
      case '+' -> line(Line.Kind.ADDED, text);
      case '-' -> line(Line.Kind.REMOVED, text);
      case '@' -> line(Line.Kind.SAME, "...");
      default -> line(Line.Kind.SAME, text);
    };
  }

  private static Line line(Line.Kind kind, String text) {
    return new Line(kind, Columns.harmless(text));
  }
}
