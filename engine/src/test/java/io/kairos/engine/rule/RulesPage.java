package io.kairos.engine.rule;

import io.kairos.engine.fact.EventField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of rules: written by hand, but for the table of what a start event tells. */
record RulesPage(String text) {
  static final Path FILE = Path.of("..", "docs", "rules.md");

  private static final String BEGIN = "<!-- generated: event fields -->\n";
  private static final String END = "<!-- end -->\n";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  static RulesPage read() {
    try {
      return new RulesPage(Files.readString(FILE));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The page with its table as the fields say it. */
  RulesPage generated() {
    String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    return new RulesPage(before + fields() + text.substring(text.indexOf(END)));
  }

  private static String fields() {
    String rows =
        Arrays.stream(EventField.values()).map(RulesPage::row).collect(Collectors.joining());
    return "| Name | Kind | Meaning |\n| --- | --- | --- |\n" + rows;
  }

  private static String row(EventField field) {
    return "| `%s` | %s | %s |\n".formatted(field.label(), words(field.kind()), field.meaning());
  }

  private static String words(EventField.Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case MONEY -> "money, major unit";
      case INSTANT -> "instant";
    };
  }

  /** What stands in code in the first column of the tables with such a head in a chapter. */
  List<String> firstColumn(String chapter, String head) {
    return rows(chapter, head).stream().flatMap(row -> code(row.get(0)).stream()).toList();
  }

  private static List<String> code(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  /** The cells of every row of the tables whose first column has such a head in a chapter. */
  List<List<String>> rows(String chapter, String head) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : chapter(chapter).lines().toList()) {
      List<String> cells = Arrays.stream(line.split(" ?\\| ?")).skip(1).toList();
      if (!line.startsWith("|")) {
        inside = false;
      } else if (!inside) {
        inside = cells.get(0).equals(head);
      } else if (!line.startsWith("| ---")) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private String chapter(String heading) {
    Matcher found =
        Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "\n(.*?)(?=^## |\\z)").matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
