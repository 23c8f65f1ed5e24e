package io.kairos.engine.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.List;
import java.util.Optional;

/** Turns texts into conditions and expressions over the views of one vocabulary. */
public final class ConditionCompiler<V> {
  /** In characters. */
  static final int LONGEST = 2000;

  private final Vocabulary<V> vocabulary;
  private final Names names;
  private final Cel cel;

  public ConditionCompiler(Vocabulary<V> vocabulary) {
    this.vocabulary = vocabulary;
    this.names = new Names(vocabulary);
    this.cel = new Cel(vocabulary);
  }

  /**
   * Compiles a condition.
   *
   * @throws ConditionException if it is none
   */
  public Condition<V> condition(String text) {
    return new Condition<>(text, read(text).clause(), vocabulary);
  }

  /**
   * Compiles a condition of which the instant can be solved for at which it becomes true: what
   * moves all the time is compared only with constants.
   *
   * @throws ConditionException if it is none or cannot be solved for
   */
  public Condition<V> solvable(String text) {
    Reading<V> reading = read(text);
    Clause<V> root = reading.clause();
    root.unsolvable().ifPresent(reading::unsolvable);
    return new Condition<>(text, root, vocabulary);
  }

  /**
   * Compiles a value of any type.
   *
   * @throws ConditionException if it is none
   */
  public Expression<V> expression(String text) {
    return new Expression<>(text, read(text).term());
  }

  private Reading<V> read(String text) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new ConditionException(1, "this is longer than " + LONGEST + " characters");
    }
    List<Token> tokens = Lexer.tokens(text);
    Syntax.check(tokens);
    names.check(tokens);
    CelAbstractSyntaxTree parsed =
        cel.parse(text).orElseThrow(() -> new ConditionException(1, "this cannot be read"));
    return reading(Numbers.unified(parsed), tokens);
  }

  /** The library's verdict counts; the translator only finds a better sentence for it. */
  private Reading<V> reading(CelAbstractSyntaxTree parsed, List<Token> tokens) {
    Optional<CelAbstractSyntaxTree> checked = cel.check(parsed);
    Places places = new Places(parsed, tokens);
    Term<V> term = new Translator<>(vocabulary, places).term(checked.orElse(parsed).getExpr());
    if (checked.isEmpty() || !checked.get().getResultType().equals(Cel.of(term.type()))) {
      throw new ConditionException(1, "the types of this do not fit");
    }
    return new Reading<>(term, places);
  }

  /** A compiled text, and where its parts stand. */
  private record Reading<V>(Term<V> term, Places places) {
    Clause<V> clause() {
      if (term instanceof Clause<V> clause) {
        return clause;
      }
      String how = term.type() == Type.NUMBER ? " >= 1" : " == '...'";
      throw new ConditionException(
          1,
          "a condition is true or false, but this is %s: compare it, as in %s"
              .formatted(term.type().words(), term.written() + how));
    }

    void unsolvable(Term<V> part) {
      throw places.wrong(
          part,
          ("%1$s changes all the time, so that its moment can be solved for only where it is"
                  + " compared with a constant, as in %1$s < 0.30")
              .formatted(part.written()));
    }
  }
}
