package io.kairos.local.stories;

import io.kairos.local.view.Columns;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** How stories came out. */
public final class StoryReport {
  private static final String INDENT = "      ";

  private final List<FileResult> files;
  private final Marks marks;

  StoryReport(List<FileResult> files) {
    this(files, Marks.of(Charset.defaultCharset()));
  }

  StoryReport(List<FileResult> files, Marks marks) {
    this.files = List.copyOf(files);
    this.marks = marks;
  }

  /** How much is said of a story. */
  public enum Detail {
    /** Its name, and what went wrong. */
    VERDICT,
    /** And everything that happened in it. */
    TIMELINE
  }

  /** Whether every story came out as it expects. */
  public boolean passed() {
    return files.stream().allMatch(FileResult::passed);
  }

  /** One JSON object. */
  public String json() {
    return new JsonReport(files).text();
  }

  /** Lines for people. */
  public List<String> lines(Detail detail) {
    List<String> lines = new ArrayList<>();
    for (FileResult file : files) {
      lines.add(file.file().path().toString());
      file.stories().forEach(story -> lines.addAll(lines(file, story, detail)));
      lines.add("");
    }
    lines.add(summary());
    return lines.stream().map(Columns::harmless).toList();
  }

  private List<String> lines(FileResult file, StoryResult story, Detail detail) {
    List<String> lines = new ArrayList<>();
    String mark = story.passed() ? marks.passed() : marks.failed();
    lines.add("  " + mark + " " + story.story().title().name());
    for (Failure failure : story.failures()) {
      lines.add(INDENT + "expected  " + failure.expected());
      lines.add(INDENT + "at        " + file.file().path() + ":" + failure.place());
      for (int i = 0; i < failure.instead().size(); i++) {
        lines.add(INDENT + (i == 0 ? "but       " : "          ") + failure.instead().get(i));
      }
    }
    if (detail == Detail.TIMELINE) {
      new Timeline(story).lines().forEach(line -> lines.add(INDENT + line));
    }
    return lines;
  }

  private String summary() {
    List<StoryResult> all = files.stream().flatMap(file -> file.stories().stream()).toList();
    long failed = all.stream().filter(story -> !story.passed()).count();
    String told = all.size() + (all.size() == 1 ? " story" : " stories");
    return failed == 0
        ? told + (all.size() == 1 ? " came" : " all came") + " out as expected"
        : told + ": " + (all.size() - failed) + " as expected, " + failed + " failed";
  }
}
