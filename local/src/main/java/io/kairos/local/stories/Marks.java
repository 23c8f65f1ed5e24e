package io.kairos.local.stories;

import java.nio.charset.Charset;

/** What stands before a story that came out as expected, and before one that did not. */
record Marks(String passed, String failed) {
  private static final Marks SIGNS = new Marks("✓", "✗");
  private static final Marks WORDS = new Marks("ok    ", "FAILED");

  /** Signs where they can be printed: in a container without a locale they cannot. */
  static Marks of(Charset charset) {
    return charset.newEncoder().canEncode(SIGNS.passed) ? SIGNS : WORDS;
  }
}
