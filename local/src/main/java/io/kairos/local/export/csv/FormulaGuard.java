package io.kairos.local.export.csv;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what a customer may have typed: a text that they would take for a
 * formula gets an apostrophe before it. The beginnings are those that OWASP names under CSV
 * injection.
 */
final class FormulaGuard {
  private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  /** A number, or the occasion of a run without a key, which is {@code @} and its start. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|@\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  private FormulaGuard() {}

  /** The text, guarded if it must be. Numbers and instants never are. */
  static String guarded(String text) {
    boolean formula =
        !text.isEmpty()
            && BEGINNINGS.indexOf(text.charAt(0)) >= 0
            && !HARMLESS.matcher(text).matches();
    return formula ? "'" + text : text;
  }
}
