package io.kairos.local;

import java.nio.charset.Charset;

/** JSON on its way to the output stream. */
final class JsonText {
  private JsonText() {}

  /**
   * The same JSON in the characters that the JVM writes: in a container without a locale, Java 17
   * would print question marks for all that is not ASCII. What could drive a terminal is escaped,
   * as JSON itself demands it only of the characters before the blank.
   */
  static String encodable(String json) {
    return encodable(json, Charset.defaultCharset());
  }

  static String encodable(String json, Charset charset) {
    boolean encodes = charset.newEncoder().canEncode(json);
    StringBuilder escaped = new StringBuilder(json.length() + 64);
    json.chars()
        .forEach(
            letter ->
                escaped.append(
                    letter < 127 || encodes && !drives(letter)
                        ? Character.toString(letter)
                        : "\\u%04x".formatted(letter)));
    return escaped.toString();
  }

  private static boolean drives(int letter) {
    return Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
  }
}
