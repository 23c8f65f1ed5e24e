package io.kairos.local.history;

import java.nio.charset.StandardCharsets;

/** Finds a text among bytes: Avro keeps texts as they are, so what lacks it need not be decoded. */
public final class Haystack {
  private final byte[] needle;

  public Haystack(String needle) {
    this.needle = needle.getBytes(StandardCharsets.UTF_8);
  }

  public boolean isIn(byte[] bytes) {
    if (bytes == null) {
      return false;
    }
    for (int start = 0; start <= bytes.length - needle.length; start++) {
      if (isAt(start, bytes)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int start, byte[] bytes) {
    for (int i = 0; i < needle.length; i++) {
      if (bytes[start + i] != needle[i]) {
        return false;
      }
    }
    return true;
  }
}
