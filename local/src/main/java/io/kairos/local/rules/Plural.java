package io.kairos.local.rules;

/** Counts with their nouns. */
public final class Plural {
  private Plural() {}

  /** 1 as "1 rule", 2 as "2 rules". */
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
