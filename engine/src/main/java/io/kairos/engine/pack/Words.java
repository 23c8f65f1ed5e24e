package io.kairos.engine.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that many customers share, so that state needs not spell them. The list stands in state: it
 * never changes, since an earlier release could not read what it does not know.
 */
final class Words {
  private static final List<String> ALL =
      List.of(
          "push",
          "sms",
          "email",
          "in-app",
          "service-desk",
          "female",
          "male",
          "zh-CN",
          "zh",
          "en",
          "Asia/Shanghai",
          "app",
          "mini-program",
          "web",
          "short-video",
          "article",
          "live",
          "registration",
          "checkout",
          "settings",
          "student",
          "cart-abandon",
          "dormancy",
          "vip-upgrade",
          "unpaid-order",
          "browse-abandon",
          "win-back",
          "welcome",
          "first-order-gift",
          "order-shipped",
          "birthday",
          "search-streak",
          "cross-sell",
          "favourite-recall",
          "new",
          "active",
          "regular",
          "churn-risk",
          "lost",
          "high-value",
          "potential",
          "one-time-lapsed",
          "place-and-time",
          "monthly-report",
          "early-access",
          "refer-a-friend",
          "tutorial",
          "return-requested");

  /** Codes below this are words, code 0 is null; at and above it stand lengths of other texts. */
  static final int CODES = 64;

  private static final Map<String, Integer> CODE_OF = codes();

  /**
   * For each length one bit for each first letter, by its last six bits: most texts are no word.
   */
  private static final long[] LOOKS = looks();

  private Words() {}

  /** The code of a word; -1 if it is none. */
  static int codeOf(String text) {
    return looksLikeOne(text) ? CODE_OF.getOrDefault(text, -1) : -1;
  }

  private static boolean looksLikeOne(String text) {
    int length = text.length();
    return length > 0 && length < LOOKS.length && (LOOKS[length] & 1L << text.charAt(0)) != 0;
  }

  static String of(int code) {
    return ALL.get(code - 1);
  }

  private static long[] looks() {
    long[] looks = new long[1 + ALL.stream().mapToInt(String::length).max().orElseThrow()];
    for (String word : ALL) {
      looks[word.length()] |= 1L << word.charAt(0);
    }
    return looks;
  }

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    for (int i = 0; i < ALL.size(); i++) {
      codes.put(ALL.get(i), i + 1);
    }
    return codes;
  }
}
