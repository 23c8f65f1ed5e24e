package io.kairos.local.rules;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.kairos.engine.rule.Status;
import io.kairos.local.view.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What changes, for people to read before they say yes. */
public final class Difference {
  private static final int LINES_AROUND = 2;
  private static final int LINES_OF_FILE_NAMES = 2;
  private static final Pattern FROM_THE_FIRST_LINE = Pattern.compile("@@ -[01](,\\d+)? .*");

  private final Moments moments;

  /** With times as people read them. */
  public Difference(Moments moments) {
    this.moments = moments;
  }

  /** All changes one below the other, then how many declarations stay as they are. */
  public List<DifferenceLine> of(List<Change> changes) {
    List<DifferenceLine> lines = new ArrayList<>();
    changes.stream().filter(Change::isToBeWritten).forEach(change -> add(change, lines));
    long unchanged = changes.stream().filter(change -> !change.isToBeWritten()).count();
    if (unchanged > 0) {
      lines.add(line(DifferenceLine.Kind.REST, Plural.of(unchanged, "declaration") + " unchanged"));
    }
    return lines;
  }

  private void add(Change change, List<DifferenceLine> lines) {
    lines.add(line(DifferenceLine.Kind.TITLE, title(change)));
    change.overtaken().forEach(plan -> lines.add(overtaken(plan)));
    addTerms(change, lines);
    String before = change.before().map(one -> one.revision().body()).orElse("");
    if (before.isEmpty() || !YamlBody.isSame(before, change.after().body())) {
      addBody(before, change.after().body(), lines);
    }
    lines.add(line(DifferenceLine.Kind.REST, ""));
  }

  private DifferenceLine overtaken(Published plan) {
    return line(
        DifferenceLine.Kind.REST,
        "    version %d, which was to hold from %s on, never will"
            .formatted(plan.revision().number(), moments.text(plan.effectiveAt())));
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

  private void addTerms(Change change, List<DifferenceLine> lines) {
    Optional<Revision> before = change.before().map(Published::revision);
    Revision after = change.after();
    addTerm("status", before.map(one -> one.status().label()), after.status().label(), lines);
    addTerm("from", before.map(Difference::period).map(p -> from(p)), from(period(after)), lines);
    addTerm("to", before.map(Difference::period).map(p -> to(p)), to(period(after)), lines);
  }

  /** Of what is new, only what is not usual. */
  private static void addTerm(
      String name, Optional<String> before, String after, List<DifferenceLine> lines) {
    List<String> usual = List.of(Status.ACTIVE.label(), Moments.AT_ONCE, Moments.NO_END);
    if (before.map(after::equals).orElse(usual.contains(after))) {
      return;
    }
    before.ifPresent(was -> lines.add(line(DifferenceLine.Kind.REMOVED, name + ": " + was)));
    lines.add(line(DifferenceLine.Kind.ADDED, name + ": " + after));
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

  /** Comments decide nothing: without them a line that differs is one that matters. */
  private static void addBody(String before, String after, List<DifferenceLine> lines) {
    List<String> old = plain(before);
    List<String> fresh = plain(after);
    UnifiedDiffUtils.generateUnifiedDiff("", "", old, DiffUtils.diff(old, fresh), LINES_AROUND)
        .stream()
        .skip(LINES_OF_FILE_NAMES)
        .filter(line -> !FROM_THE_FIRST_LINE.matcher(line).matches())
        .map(Difference::bodyLine)
        .forEach(lines::add);
  }

  private static List<String> plain(String body) {
    return body.isEmpty() ? List.of() : YamlBody.withoutComments(body).lines().toList();
  }

  private static DifferenceLine bodyLine(String unified) {
    String text = unified.isEmpty() ? "" : unified.substring(1);
    return switch (unified.isEmpty() ? ' ' : unified.charAt(0)) {
      case '+' -> line(DifferenceLine.Kind.ADDED, text);
      case '-' -> line(DifferenceLine.Kind.REMOVED, text);
      case '@' -> line(DifferenceLine.Kind.SAME, "...");
      default -> line(DifferenceLine.Kind.SAME, text);
    };
  }

  private static DifferenceLine line(DifferenceLine.Kind kind, String text) {
    return new DifferenceLine(kind, Columns.harmless(text));
  }
}
