package io.kairos.local.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says why a message did not go out. Gates that have no words of their own here are told by their
 * name, the fate and what they saw.
 */
record VerdictWords(When when) {

  /** "cart.value 42.00, needs >= 50.00: 8.00 short", without an end. */
  String of(Verdict verdict, List<Asked> asked) {
    return switch (verdict.gate()) {
      case Verdict.WHEN -> condition(verdict, asked);
      case Verdict.TIMING -> fate(verdict) + by(verdict);
      case Verdict.EXPIRY ->
          "it could be handed over only at %s, and was valid until %s"
              .formatted(text(verdict.value()), text(verdict.limit()));
      case "again" -> again(verdict);
      case "consent" -> fate(verdict) + " (" + text(verdict.value()) + ")";
      default -> fate(verdict) + seen(verdict);
    };
  }

  private String condition(Verdict verdict, List<Asked> asked) {
    Optional<Asked> failed = Asked.of(verdict);
    return failed.map(Asked::words).orElse(fate(verdict) + seen(verdict));
  }

  private String again(Verdict verdict) {
    String until =
        "never".equals(verdict.limit())
            ? "and it does so only once"
            : "and does so again from " + text(verdict.limit());
    return "the rule has spoken of this before, " + until;
  }

  private static String by(Verdict verdict) {
    return verdict.value() == null ? "" : " by " + verdict.value();
  }

  private String seen(Verdict verdict) {
    String value = verdict.value() == null ? "" : " (" + text(verdict.value()) + ")";
    return value + (verdict.limit() == null ? "" : ", limit " + text(verdict.limit()));
  }

  private String text(String text) {
    return text == null ? "" : when.of(text);
  }

  /** "too many runs". */
  static String fate(Verdict verdict) {
    return verdict.fate().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
