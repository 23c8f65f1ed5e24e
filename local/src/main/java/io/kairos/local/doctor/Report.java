package io.kairos.local.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.local.view.Columns;
import io.kairos.local.view.Wrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A diagnosis as text for people and as JSON. What is found alike of several topics is one. */
public final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INDENT = " ".repeat(11);
  private static final int WIDTH = 89;
  private static final int MOST_ROWS = 12;

  private final Diagnosis diagnosis;

  public Report(Diagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  /** What makes findings alike. */
  private record Kind(Verdict verdict, String check, String found, String why) {
    static Kind of(Finding finding) {
      return new Kind(finding.verdict(), finding.check(), finding.found(), finding.advice().why());
    }
  }

  /** The lines, without line ends. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!diagnosis.place().brokers().isEmpty()) {
      lines.add(
          harmless(
              "Kairos on Kafka at %s, topics %s*"
                  .formatted(diagnosis.place().brokers(), diagnosis.place().prefix())));
      lines.add("");
    }
    for (Chapter chapter : diagnosis.chapters()) {
      if (!chapter.findings().isEmpty()) {
        lines.add(chapter.title());
        alike(chapter).forEach((kind, findings) -> add(kind, findings, lines));
        lines.add("");
      }
    }
    lines.add(counts());
    return lines;
  }

  private static Map<Kind, List<Finding>> alike(Chapter chapter) {
    return chapter.findings().stream()
        .collect(Collectors.groupingBy(Kind::of, LinkedHashMap::new, Collectors.toList()));
  }

  private void add(Kind kind, List<Finding> findings, List<String> lines) {
    String subjects =
        findings.stream()
            .map(finding -> shown(finding.subject()))
            .filter(subject -> !subject.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    String head = kind.check() + (subjects.isEmpty() ? "" : " of " + subjects) + ": ";
    List<String> rows = rows(head + kind.found());
    lines.add("  %-9s%s".formatted(kind.verdict().label(), rows.get(0)));
    rows.stream().skip(1).forEach(row -> lines.add(INDENT + "  " + row));
    if (!kind.why().isEmpty()) {
      rows(kind.why()).forEach(row -> lines.add(INDENT + row));
    }
    findings.stream()
        .map(finding -> finding.advice().mend())
        .filter(mend -> !mend.isEmpty())
        .distinct()
        .forEach(mend -> lines.add(INDENT + "> " + harmless(mend)));
  }

  /** The headline says the prefix of the topics. */
  private String shown(String subject) {
    String prefix = diagnosis.place().prefix();
    return subject.startsWith(prefix) ? subject.substring(prefix.length()) : subject;
  }

  private static List<String> rows(String text) {
    return Wrapped.rows(harmless(text), WIDTH, MOST_ROWS);
  }

  private static String harmless(String text) {
    return Columns.harmless(text);
  }

  /** What is found alike counts once, as it is shown. */
  private String counts() {
    Map<Verdict, Long> counts =
        diagnosis.chapters().stream()
            .flatMap(chapter -> alike(chapter).keySet().stream())
            .collect(Collectors.groupingBy(Kind::verdict, Collectors.counting()));
    return Stream.of(Verdict.values())
        .map(verdict -> verdict.counted(counts.getOrDefault(verdict, 0L)))
        .collect(Collectors.joining(", "));
  }

  /** One object in one line. */
  public String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("brokers", diagnosis.place().brokers()).put("prefix", diagnosis.place().prefix());
    for (Verdict verdict : Verdict.values()) {
      root.put(name(verdict), diagnosis.count(verdict));
    }
    ArrayNode findings = root.putArray("findings");
    for (Chapter chapter : diagnosis.chapters()) {
      chapter.findings().forEach(finding -> add(chapter.title(), finding, findings));
    }
    return root.toString();
  }

  private static void add(String theme, Finding finding, ArrayNode findings) {
    findings
        .addObject()
        .put("theme", theme.toLowerCase(Locale.ROOT))
        .put("verdict", name(finding.verdict()))
        .put("check", finding.check())
        .put("subject", finding.subject())
        .put("found", finding.found())
        .put("why", finding.advice().why())
        .put("mend", finding.advice().mend());
  }

  private static String name(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
