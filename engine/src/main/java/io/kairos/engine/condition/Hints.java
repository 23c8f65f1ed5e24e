package io.kairos.engine.condition;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What to write instead of what people write by habit. */
final class Hints {
  private static final int MOST_DIGITS = 15;
  private static final String QUOTES = "“”„‟‘’‚‛«»‹›「」『』＇＂`´";
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("=", "=="),
          Map.entry("===", "=="),
          Map.entry("!==", "!="),
          Map.entry("<>", "!="),
          Map.entry("=>", ">="),
          Map.entry("=<", "<="),
          Map.entry("&", "&&"),
          Map.entry("|", "||"),
          Map.entry("≥", ">="),
          Map.entry("≤", "<="),
          Map.entry("≠", "!="),
          Map.entry("×", "*"),
          Map.entry("÷", "/"));

  /** Words that stand where an operator should. */
  private static final Map<String, String> OPERATORS =
      Map.of(
          "and", "write && instead of 'and'",
          "or", "write || instead of 'or'",
          "not", "write !(x in [...]) for 'not in', and ! before anything else",
          "is", "write == instead of 'is'",
          "equals", "write == instead of 'equals'",
          "mod", "there is no remainder here",
          "then", "a choice is written as: test ? a : b",
          "else", "a choice is written as: test ? a : b",
          "between", "write x >= 1 && x <= 5 instead of 'between'",
          "like", "texts are compared by ==, != and in");

  /** Words that stand where a value should. */
  private static final Map<String, String> VALUES =
      Map.of(
          "not", "write ! instead of 'not'",
          "if", "a choice is written as: test ? a : b",
          "null", "there is no null: ask known(x) or !known(x)",
          "now",
              "there is no clock here: time comes in through variables that count, such as days"
                  + " since something");

  private Hints() {}

  static Optional<String> operator(Token token) {
    return token.kind() == Token.Kind.NAME
        ? Optional.ofNullable(OPERATORS.get(token.text().toLowerCase(Locale.ROOT)))
        : symbol(token.text());
  }

  static Optional<String> value(Token token) {
    return switch (token.kind()) {
      case NAME -> word(token.text());
      case NUMBER -> number(token.text());
      default -> Optional.empty();
    };
  }

  private static Optional<String> word(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (!word.equals(lower) && (lower.equals("true") || lower.equals("false"))) {
      return Optional.of("write %s instead of '%s'".formatted(lower, word));
    }
    return Optional.ofNullable(VALUES.get(lower));
  }

  private static Optional<String> symbol(String symbol) {
    return Optional.ofNullable(SYMBOLS.get(symbol))
        .map(right -> "write %s instead of '%s'".formatted(right, symbol));
  }

  /** What is wrong with the look of a number. */
  private static Optional<String> number(String number) {
    if (number.matches("0\\d.*")) {
      return Optional.of("a number does not begin with 0: " + number);
    }
    return number.length() > MOST_DIGITS + 1 || number.replace(".", "").length() > MOST_DIGITS
        ? Optional.of("a number has at most " + MOST_DIGITS + " digits")
        : Optional.empty();
  }

  static String noNumber(String written) {
    return written.indexOf('_') > 0
        ? "write %s instead of '%s'".formatted(written.replace("_", ""), written)
        : "'%s' is no number: write digits only, and decimals after a point".formatted(written);
  }

  static String percent(String number) {
    BigDecimal part = new BigDecimal(number).movePointLeft(2);
    BigDecimal written = part.scale() < 2 ? part.setScale(2) : part;
    return "write %s instead of '%s%%'".formatted(written.toPlainString(), number);
  }

  static String inText(int character) {
    return character == '\\'
        ? "a text cannot contain a backslash"
        : "a text cannot contain control characters";
  }

  /** Why a character cannot stand outside of texts. */
  static String character(int codePoint) {
    String character = Character.toString(codePoint);
    if (QUOTES.contains(character)) {
      return "write a straight quote ' instead of " + character;
    }
    if (Character.isSpaceChar(codePoint)) {
      return "this is no ordinary space: write a plain one";
    }
    Optional<String> known = symbol(character);
    if (known.isPresent()) {
      return known.get();
    }
    String plain = Normalizer.normalize(character, Normalizer.Form.NFKC);
    if (plain.length() == 1
        && !plain.equals(character)
        && plain.charAt(0) > ' '
        && plain.charAt(0) < 127) {
      return "write %s instead of the wide '%s'".formatted(plain, character);
    }
    return other(codePoint, character);
  }

  /** Control characters, halves of characters and what has no character yet. */
  static boolean invisible(int codePoint) {
    return Character.isISOControl(codePoint)
        || turns(codePoint)
        || !Character.isDefined(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** Whether it turns the direction of writing, so that a condition looks like another one. */
  private static boolean turns(int codePoint) {
    return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
  }

  private static String other(int codePoint, String character) {
    if (Character.getType(codePoint) == Character.CURRENCY_SYMBOL) {
      return "write amounts without '%s', as in 200".formatted(character);
    }
    if (Character.isLetter(codePoint)) {
      return "names are in plain letters, and a text stands in quotes: '%s'".formatted(character);
    }
    return invisible(codePoint)
        ? "a control character cannot stand here"
        : "'%s' is not part of the language".formatted(character);
  }
}
