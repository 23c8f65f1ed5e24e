package io.kairos.local.explain;

/**
 * How a conclusion speaks of a message.
 *
 * @param out that it goes out
 * @param notOut that it does not
 * @param back that it is taken back
 */
record Tense(String out, String notOut, String back) {
  /** What was. */
  static final Tense PAST = new Tense("It went out", "It did not go out", "It was taken back");

  /** What is to come. */
  static final Tense AHEAD =
      new Tense(
          "If nothing else happens it goes out",
          "If nothing else happens it does not go out",
          "It is taken back");

  /** What would have been by other rules. */
  static Tense under(RuleSource rules) {
    String start = "With " + rules.name() + " it would ";
    return new Tense(
        start + "have gone out", start + "not have gone out", "It would have been taken back");
  }
}
