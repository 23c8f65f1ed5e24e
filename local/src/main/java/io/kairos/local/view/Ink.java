package io.kairos.local.view;

import java.util.stream.Collectors;

/** Turns a line into what the terminal gets: with its styles, or as bare text. */
enum Ink {
  STYLED {
    @Override
    String paint(Line.Span span) {
      String code = span.style().code();
      return code.isEmpty() ? span.text() : "\033[" + code + "m" + span.text() + "\033[0m";
    }
  },
  BARE {
    @Override
    String paint(Line.Span span) {
      return span.text();
    }
  };

  abstract String paint(Line.Span span);

  String paint(Line line) {
    return line.spans().stream().map(this::paint).collect(Collectors.joining());
  }

  /** Bare where the environment's NO_COLOR is set and not empty (no-color.org), else styled. */
  static Ink of(String noColor) {
    return noColor == null || noColor.isEmpty() ? STYLED : BARE;
  }
}
