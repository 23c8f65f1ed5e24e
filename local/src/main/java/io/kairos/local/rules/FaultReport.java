package io.kairos.local.rules;

import io.kairos.local.view.Columns;
import java.util.ArrayList;
import java.util.List;

/** A fault as a compiler prints it: the place, what is wrong, the line and a caret under it. */
public final class FaultReport {
  private final RuleText file;

  public FaultReport(RuleText file) {
    this.file = file;
  }

  /** The lines, without line ends. */
  public List<String> lines(Fault fault) {
    List<String> lines = new ArrayList<>();
    lines.add("%s%s: %s: %s".formatted(file.name(), place(fault), fault.severity(), text(fault)));
    List<String> source = file.text().lines().toList();
    if (fault.line() > 0 && fault.line() <= source.size()) {
      addSource(fault, source.get(fault.line() - 1), lines);
    }
    fault.hint().ifPresent(hint -> lines.add("hint: " + Columns.harmless(hint)));
    return lines;
  }

  private static String text(Fault fault) {
    return Columns.harmless(fault.message());
  }

  private static String place(Fault fault) {
    if (fault.line() == 0) {
      return "";
    }
    return ":" + fault.line() + (fault.column() == 0 ? "" : ":" + fault.column());
  }

  private static void addSource(Fault fault, String source, List<String> lines) {
    String shown = Columns.harmless(source);
    lines.add("%5d | %s".formatted(fault.line(), shown).stripTrailing());
    if (fault.column() > 0) {
      lines.add("      | " + " ".repeat(before(fault.column(), shown)) + "^");
    }
  }

  /** Columns of the terminal before a character, of which some take two. */
  private static int before(int column, String line) {
    int characters = Math.min(column - 1, line.codePointCount(0, line.length()));
    return Columns.width(line.substring(0, line.offsetByCodePoints(0, characters)));
  }
}
