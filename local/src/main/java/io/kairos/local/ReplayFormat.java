package io.kairos.local;

import java.util.Locale;

/** The files that {@code kairos replay} reads. */
public enum ReplayFormat {
  /** REES46 eCommerce behaviour data: one row a view, cart or purchase. */
  REES46,
  /** UCI Online Retail: one row an invoice line. */
  RETAIL,
  /** CDNOW: one row a customer's purchase. */
  CDNOW,
  /** OTTO: one session a line, as JSON. */
  OTTO,
  /** A user's own CSV file. */
  CSV,
  /** A user's own file with one JSON object a line. */
  JSONL;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
