package io.kairos.local.view;

/** How a piece of text looks: one accent, and dim for what only labels. */
public enum Style {
  PLAIN(""),
  DIM("2"),
  BOLD("1"),
  ACCENT("36"),
  ALARM("31");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** SGR parameter of ECMA-48; empty for the terminal's own look. */
  String code() {
    return code;
  }
}
