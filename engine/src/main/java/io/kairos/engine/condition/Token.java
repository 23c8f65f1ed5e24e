package io.kairos.engine.condition;

import java.util.Set;

/**
 * A piece of a text.
 *
 * @param text as it stands there; names with their dots, texts with their quotes
 * @param column in characters from 1
 */
record Token(Kind kind, String text, int column) {
  private static final Set<String> LITERALS = Set.of("true", "false");

  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isName() {
    return kind == Kind.NAME && !LITERALS.contains(text) && !isIn();
  }

  boolean isIn() {
    return kind == Kind.NAME && text.equals("in");
  }

  int end() {
    return column + text.codePointCount(0, text.length());
  }

  ConditionException wrong(String message) {
    return new ConditionException(column, message);
  }
}
