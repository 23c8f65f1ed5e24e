package io.kairos.local.trial;

/** Says in words how a rule came to be asked, or why it was not. */
record Course(RuleDraft rule) {

  /** It began. */
  String begun(String when) {
    String began =
        rule.text("event")
            .map(event -> "began with " + event + " of " + when)
            .or(() -> rule.text("becomes").map(what -> "became true " + when + ": " + what))
            .orElseGet(() -> "began " + when + ": every " + rule.text("every").orElse(""));
    return began + setAside();
  }

  /** It has not begun, and was asked as if it had. */
  String asked() {
    String asked =
        rule.text("becomes")
            .map(what -> "has not become true, and is asked all the same: " + what)
            .orElseGet(
                () -> "is asked as if it were the day: every " + rule.text("every").orElse(""));
    return asked + setAside();
  }

  /** What starts it never came. */
  String never() {
    return "no " + events() + " of this customer ever came";
  }

  /** What starts it came, but was not what the rule asks. */
  String otherwise(String when, String demand) {
    return "%s came last %s, but not as the rule asks: %s".formatted(events(), when, demand);
  }

  private String events() {
    return rule.text("event").orElse("").replace(", ", " or ");
  }

  private String setAside() {
    return rule.notInForce().isEmpty()
        ? ""
        : " (set aside: " + String.join(", ", rule.notInForce()) + ")";
  }
}
