package io.kairos.engine.condition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Checks that values and operators alternate and that brackets match, so that each mistake gets a
 * sentence of ours, and that the parser sees nothing deep or long.
 */
final class Syntax {
  static final int DEEPEST = 20;
  static final int MOST_OPERATORS = 200;
  static final int LONGEST_LIST = 100;

  private static final Set<String> OPERATORS =
      Set.of("&&", "||", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/");

  /** What has been opened. */
  private enum Open {
    GROUP(")"),
    CALL(")"),
    LIST("]"),
    CHOICE(":");

    private final String end;

    Open(String end) {
      this.end = end;
    }
  }

  /** One thing opened, and how many commas it has had. */
  private static final class Frame {
    private final Open open;
    private final Token token;
    private int commas;

    private Frame(Open open, Token token) {
      this.open = open;
      this.token = token;
    }
  }

  private final List<Token> tokens;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int at;
  private int operators;
  private int signs;

  private Syntax(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Checks a text.
   *
   * @throws ConditionException at the first mistake
   */
  static void check(List<Token> tokens) {
    Syntax syntax = new Syntax(tokens);
    do {
      syntax.value();
    } while (syntax.afterValue());
  }

  private Token token() {
    return tokens.get(at);
  }

  /** Reads up to the end of one value, opening what stands before it. */
  private void value() {
    signs = 0;
    while (opens(token())) {
      at++;
      if (at < tokens.size() && closesEmpty()) {
        return;
      }
    }
    Token token = token();
    if (token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.END || token.isIn()) {
      throw noValue(token);
    }
    Hints.value(token)
        .ifPresent(
            hint -> {
              throw token.wrong(hint);
            });
    at++;
  }

  /** Whether the token stands before a value; if so it is opened or counted. */
  private boolean opens(Token token) {
    if (token.is("!") || token.is("-")) {
      if (signs > 0 && tokens.get(at - 1).is(token.is("-") ? "!" : "-")) {
        throw token.wrong("'!' and '-' cannot follow each other");
      }
      signs++;
      count(token);
      return true;
    }
    if (token.is("(")) {
      push(Open.GROUP, token);
      return true;
    }
    if (token.is("[")) {
      push(Open.LIST, token);
      return true;
    }
    if (token.isName() && tokens.get(at + 1).is("(") && Hints.value(token).isEmpty()) {
      at++;
      push(Open.CALL, token);
      return true;
    }
    return false;
  }

  /** Whether a call or a list ends at once. */
  private boolean closesEmpty() {
    Frame frame = frames.peek();
    if (frame != null
        && frame.open != Open.GROUP
        && frame.commas == 0
        && frame.open != Open.CHOICE
        && token().is(frame.open.end)
        && tokens.get(at - 1).is(frame.open == Open.CALL ? "(" : "[")) {
      frames.pop();
      at++;
      return true;
    }
    return false;
  }

  /** Reads what follows a value; whether another value has to come. */
  private boolean afterValue() {
    while (closes(token())) {
      at++;
    }
    Token token = token();
    if (token.kind() == Token.Kind.END) {
      if (!frames.isEmpty()) {
        throw open(frames.peek());
      }
      return false;
    }
    if (token.is(",")) {
      comma(token);
    } else if (token.is("?")) {
      choice(token);
    } else if (token.is(":")) {
      colon(token);
    } else if (token.isIn() || OPERATORS.contains(token.text())) {
      count(token);
    } else {
      throw noOperator(token);
    }
    at++;
    return true;
  }

  private boolean closes(Token token) {
    if (!token.is(")") && !token.is("]")) {
      return false;
    }
    Frame frame = frames.peek();
    if (frame == null) {
      throw token.wrong("'%s' closes nothing".formatted(token.text()));
    }
    if (!frame.open.end.equals(token.text())) {
      throw open(frame);
    }
    frames.pop();
    return true;
  }

  private void comma(Token token) {
    Token before = tokens.get(at - 1);
    Token after = tokens.get(at + 1);
    Frame frame = frames.peek();
    boolean separates = frame != null && (frame.open == Open.CALL || frame.open == Open.LIST);
    if (before.kind() == Token.Kind.NUMBER
        && after.kind() == Token.Kind.NUMBER
        && before.end() == token.column()
        && after.column() == token.end()
        && !separates) {
      throw before.wrong(
          "write %s instead of '%s,%s'"
              .formatted(before.text() + after.text(), before.text(), after.text()));
    }
    if (!separates) {
      throw token.wrong("a comma stands only between arguments and in lists");
    }
    frame.commas++;
    if (frame.commas >= LONGEST_LIST) {
      throw frame.token.wrong("a list has at most " + LONGEST_LIST + " elements");
    }
  }

  private void choice(Token token) {
    if (!frames.isEmpty() && frames.peek().open == Open.CHOICE) {
      throw token.wrong("a choice between '?' and ':' must stand in brackets");
    }
    push(Open.CHOICE, token);
  }

  private void colon(Token token) {
    Frame frame = frames.peek();
    if (frame == null || frame.open != Open.CHOICE) {
      throw token.wrong("':' has no '?' before it: a choice is written as test ? a : b");
    }
    frames.pop();
    count(token);
  }

  private void push(Open open, Token token) {
    frames.push(new Frame(open, token));
    count(token);
  }

  private void count(Token token) {
    operators++;
    if (frames.size() + signs > DEEPEST) {
      throw token.wrong("this is nested too deeply: at most " + DEEPEST + " levels");
    }
    if (operators > MOST_OPERATORS) {
      throw token.wrong("this is too long: at most " + MOST_OPERATORS + " operators and brackets");
    }
  }

  private ConditionException noValue(Token token) {
    if (token.kind() == Token.Kind.END && at == 0) {
      return token.wrong("nothing is written here");
    }
    String hint = Hints.operator(token).map(right -> "; " + right).orElse("");
    String where = token.kind() == Token.Kind.END ? "at the end" : "before '" + token.text() + "'";
    return token.wrong("a value is missing " + where + hint);
  }

  private ConditionException noOperator(Token token) {
    Token before = tokens.get(at - 1);
    if (token.is("%") && before.kind() == Token.Kind.NUMBER) {
      return before.wrong(Hints.percent(before.text()));
    }
    if (token.is("%")) {
      return token.wrong("there is no remainder here");
    }
    if (token.is("[")) {
      return token.wrong("values have no elements to be taken by [...]");
    }
    if (token.is(".")) {
      return token.wrong("values have no fields; functions are called as f(x), not x.f()");
    }
    return token.wrong(
        Hints.operator(token)
            .orElse("an operator such as == or && is missing before " + shown(token)));
  }

  private static String shown(Token token) {
    return token.kind() == Token.Kind.TEXT ? token.text() : "'" + token.text() + "'";
  }

  private static ConditionException open(Frame frame) {
    return frame.open == Open.CHOICE
        ? frame.token.wrong("'?' has no ':' after it: a choice is written as test ? a : b")
        : frame.token.wrong("the bracket is not closed: '%s' is missing".formatted(frame.open.end));
  }
}
