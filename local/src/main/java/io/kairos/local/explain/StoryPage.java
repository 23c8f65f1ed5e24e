package io.kairos.local.explain;

import io.kairos.engine.event.Event;
import io.kairos.engine.trigger.Amounts;
import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.view.Columns;
import io.kairos.local.view.Line;
import io.kairos.local.view.Style;
import io.kairos.local.view.Wrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A story as lines: a heading for each day, what happened in it by time. */
final class StoryPage {
  private static final String MARGIN = "  ";
  private static final int TIME = 8;
  private static final int NAME = 20;
  private static final String BELOW = MARGIN + " ".repeat(TIME) + MARGIN;
  private static final int MOST_ROWS = 20;

  private final EventWords eventWords;
  private final int width;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param width of the lines, in columns
   */
  StoryPage(Amounts amounts, int width) {
    this.eventWords = new EventWords(amounts);
    this.width = width;
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** What happened, in the order of time. */
  void chapters(List<Chapter> chapters) {
    LocalDate day = null;
    for (List<Chapter> group : Folding.folded(chapters)) {
      Chapter first = group.get(0);
      if (!Folding.day(first).equals(day)) {
        day = Folding.day(first);
        lines.add(Line.EMPTY);
        lines.add(Line.of(When.of(first).day(), Style.BOLD));
      }
      if (group.size() > 1) {
        row(When.of(first).time(), Style.DIM, Folding.words(group));
      } else {
        chapter(first);
      }
    }
  }

  private void chapter(Chapter chapter) {
    When when = When.of(chapter);
    String time = when.time();
    for (Event event : chapter.events()) {
      String name = event.name().label();
      String gap = " ".repeat(Math.max(1, NAME - Columns.width(name)));
      row(time, Style.PLAIN, (name + gap + eventWords.of(event) + late(event, when)).strip());
      time = "";
    }
    for (Sentence sentence : sentences(chapter.happenings(), new HappeningWords(when))) {
      sentence(time, sentence);
      time = "";
    }
  }

  private static String late(Event event, When when) {
    return event.late()
        ? " (late: it happened at %s)".formatted(when.of(Instant.ofEpochMilli(event.timeMillis())))
        : "";
  }

  /** The steps of a run that end together are one sentence. */
  private static List<Sentence> sentences(List<Happening> happenings, HappeningWords words) {
    List<Sentence> sentences = new ArrayList<>();
    List<Decided> ended = new ArrayList<>();
    for (Happening happening : happenings) {
      boolean ends =
          happening instanceof Decided one && one.verdict().gate().equals(Verdict.TIMING);
      boolean goesOn = ends && !ended.isEmpty() && isSameEnd(ended.get(0), (Decided) happening);
      if (!ended.isEmpty() && !goesOn) {
        sentences.add(words.ended(ended));
        ended = new ArrayList<>();
      }
      if (ends) {
        ended.add((Decided) happening);
      } else {
        sentences.add(happening.tell(words));
      }
    }
    if (!ended.isEmpty()) {
      sentences.add(words.ended(ended));
    }
    return sentences;
  }

  private static boolean isSameEnd(Decided one, Decided other) {
    return one.run().equals(other.run()) && one.verdict().equals(other.verdict());
  }

  private void sentence(String time, Sentence sentence) {
    row(time, sentence.style(), sentence.mark() + " " + sentence.text());
    for (Line.Span detail : sentence.details()) {
      wrapped(BELOW + MARGIN + MARGIN, BELOW + MARGIN + MARGIN, detail.style(), detail.text());
    }
  }

  private void row(String time, Style style, String text) {
    wrapped(MARGIN + "%8s".formatted(time) + MARGIN, BELOW + MARGIN, style, text);
  }

  /** A paragraph, for headings and conclusions. */
  void paragraph(Style style, String text) {
    wrapped("", "", style, text);
  }

  /** A line indented. */
  void item(String text) {
    wrapped(MARGIN, MARGIN + MARGIN, Style.PLAIN, text);
  }

  void gap() {
    lines.add(Line.EMPTY);
  }

  void heading(String text) {
    gap();
    lines.add(Line.of(text, Style.BOLD));
  }

  private void wrapped(String first, String next, Style style, String text) {
    int room = Math.max(20, width - Math.max(first.length(), next.length()));
    String before = first;
    for (String row : Wrapped.rows(Columns.harmless(text), room, MOST_ROWS)) {
      lines.add(Line.of(before).with(row, style));
      before = next;
    }
  }
}
