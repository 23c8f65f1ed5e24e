package io.kairos.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Cuts a text into its pieces and refuses characters that the language does not have. */
final class Lexer {
  private static final int LONGEST_NAME = 64;
  private static final Set<String> SYMBOLS =
      Set.of(
          "===", "!==", "&&", "||", "==", "!=", "<=", ">=", "<>", "=>", "=<", "(", ")", "[", "]",
          ",", "?", ":", "+", "-", "*", "/", "%", "!", "<", ">", "=", "&", "|", ".");

  private final int[] text;
  private int at;

  private Lexer(String text) {
    this.text = text.codePoints().toArray();
  }

  /** The pieces, the last of which is the end. */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() {
    skip(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
    int start = at;
    int first = peek();
    if (first < 0) {
      return new Token(Token.Kind.END, "", start + 1);
    }
    if (isDigit(first)) {
      return number();
    }
    if (isLetter(first)) {
      return name();
    }
    return first == '\'' || first == '"' ? quoted(first) : symbol();
  }

  private Token number() {
    int start = at;
    skip(Lexer::isDigit);
    if (peek() == '.' && at + 1 < text.length && isDigit(text[at + 1])) {
      at++;
      skip(Lexer::isDigit);
    }
    Token number = token(Token.Kind.NUMBER, start);
    if (isLetter(peek()) || peek() == '.') {
      skip(c -> isLetter(c) || isDigit(c) || c == '.');
      throw number.wrong(Hints.noNumber(token(Token.Kind.NUMBER, start).text()));
    }
    return number;
  }

  private Token name() {
    int start = at;
    do {
      skip(c -> isLetter(c) || isDigit(c));
    } while (peek() == '.' && at + 1 < text.length && isLetter(text[at + 1]) && at++ > 0);
    Token name = token(Token.Kind.NAME, start);
    if (name.text().length() > LONGEST_NAME) {
      throw name.wrong("no name is longer than " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private Token quoted(int quote) {
    int start = at++;
    while (peek() != quote) {
      if (peek() < 0 || peek() == '\n') {
        throw new ConditionException(
            start + 1,
            "the text that begins here does not end: a "
                + Character.toString(quote)
                + " is missing");
      }
      if (peek() == '\\' || Hints.invisible(peek())) {
        throw new ConditionException(at + 1, Hints.inText(peek()));
      }
      at++;
    }
    at++;
    return token(Token.Kind.TEXT, start);
  }

  private Token symbol() {
    for (int length = Math.min(3, text.length - at); length > 0; length--) {
      String symbol = new String(text, at, length);
      if (SYMBOLS.contains(symbol)) {
        at += length;
        return token(Token.Kind.SYMBOL, at - length);
      }
    }
    throw new ConditionException(at + 1, Hints.character(peek()));
  }

  private Token token(Token.Kind kind, int start) {
    return new Token(kind, new String(text, start, at - start), start + 1);
  }

  private void skip(IntPredicate which) {
    while (at < text.length && which.test(text[at])) {
      at++;
    }
  }

  /** The next character; below 0 at the end. */
  private int peek() {
    return at < text.length ? text[at] : -1;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
