package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One version as a file that can be published again, with a comment on top that tells of it. */
public final class RuleDocument {
  private final Moments moments;

  public RuleDocument(Moments moments) {
    this.moments = moments;
  }

  /** The lines, without line ends. */
  public List<String> lines(Published published) {
    List<String> lines = new ArrayList<>();
    lines.add(comment(published));
    String note = published.revision().terms().note();
    if (note != null) {
      note.lines().forEach(line -> lines.add("# " + line));
    }
    document(published.revision()).lines().forEach(lines::add);
    return lines;
  }

  private String comment(Published published) {
    Revision revision = published.revision();
    String author = revision.terms().author();
    return "# %s, version %d: %s, %s%s"
        .formatted(
            revision.id().title(),
            revision.number(),
            revision.status().label(),
            since(published),
            author == null ? "" : ", published by " + author);
  }

  private String since(Published published) {
    boolean always = published.effectiveAt().equals(Instant.MIN);
    return always
        ? "ships with the job"
        : "since %s %s".formatted(moments.since(published), moments.zone());
  }

  private static String document(Revision revision) {
    return switch (revision.id().kind()) {
      case RULE -> "rules:\n" + indented("  - ", "    ", rule(revision));
      case TABLE ->
          "tables:\n  " + revision.id().id() + ":\n" + indented("    ", "    ", revision.body());
      case SEGMENT, TIER, POLICY ->
          revision.body().isEmpty()
              ? ""
              : revision.id().id() + ":\n" + indented("  ", "  ", revision.body());
      case ATTRIBUTES, MODEL -> revision.body();
    };
  }

  /** With what the record says beside the body, as a file would. */
  private static String rule(Revision revision) {
    StringBuilder rule = new StringBuilder(revision.body());
    Status status = revision.status();
    if (status == Status.SHADOW || status == Status.TEST) {
      rule.append("status: ").append(status.label()).append('\n');
    }
    Period period = revision.terms().period();
    period.from().ifPresent(from -> rule.append("effectiveFrom: ").append(from).append('\n'));
    period.to().ifPresent(to -> rule.append("effectiveTo: ").append(to).append('\n'));
    return rule.toString();
  }

  /** The first line that is no comment begins the element; comments above it stand above it. */
  private static String indented(String first, String others, String body) {
    List<String> lines = body.lines().toList();
    int begin = Math.max(0, firstThatIsNoComment(lines));
    String above = " ".repeat(first.length() - first.stripLeading().length());
    List<String> indented = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String indent = i < begin ? above : i == begin ? first : others;
      indented.add((indent + lines.get(i)).stripTrailing());
    }
    return indented.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static int firstThatIsNoComment(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).startsWith("#") && !lines.get(i).isBlank())
        .findFirst()
        .orElse(-1);
  }
}
