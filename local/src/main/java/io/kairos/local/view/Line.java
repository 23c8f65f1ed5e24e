package io.kairos.local.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of a screen: pieces of text, each with its style, measured in terminal columns. */
public record Line(List<Span> spans) {
  public static final Line EMPTY = new Line(List.of());

  /** A piece of text; control characters, which could drive the terminal, become blanks. */
  public record Span(String text, Style style) {
    public Span {
      text = Columns.harmless(text);
    }
  }

  public Line {
    spans = List.copyOf(spans);
  }

  public static Line of(String text, Style style) {
    return EMPTY.with(text, style);
  }

  public static Line of(String text) {
    return of(text, Style.PLAIN);
  }

  public Line with(String text, Style style) {
    return with(new Line(List.of(new Span(text, style))));
  }

  public Line with(String text) {
    return with(text, Style.PLAIN);
  }

  Line with(Line more) {
    return new Line(Stream.concat(spans.stream(), more.spans.stream()).toList());
  }

  int width() {
    return spans.stream().mapToInt(span -> Columns.width(span.text())).sum();
  }

  /** The text without its styles. */
  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /** The same, filled with blanks up to a width or cut at it. */
  Line fit(int width) {
    int missing = width - width();
    return missing >= 0 ? with(" ".repeat(missing)) : cut(width);
  }

  /** At most so many columns; where something is left out, an ellipsis stands at the end. */
  Line cut(int width) {
    if (width() <= width) {
      return this;
    }
    List<Span> kept = new ArrayList<>();
    int left = width;
    for (Span span : spans) {
      int wide = Columns.width(span.text());
      boolean last = wide >= left;
      kept.add(last ? new Span(Columns.cut(span.text() + "…", left), span.style()) : span);
      left -= wide;
      if (last) {
        break;
      }
    }
    return new Line(kept);
  }

  /** This line, with another one flush to the right edge of a width; the other one goes first. */
  Line flushRight(Line right, int width) {
    int room = width - right.width() - 1;
    return room < 1 ? cut(width) : fit(room).with(" ").with(right);
  }
}
