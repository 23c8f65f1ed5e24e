package io.kairos.engine.pack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that must never change: they stand in state and in trigger ids. SHA-256, cut. */
public final class Hash {
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::sha256);

  private Hash() {}

  /** The first 64 bits over the UTF-8 of the parts, each behind its length. */
  public static long of64(String... parts) {
    return ByteBuffer.wrap(digest(parts)).getLong();
  }

  /** The first 128 bits as 32 hex digits. */
  public static String hex128(String... parts) {
    return HexFormat.of().formatHex(digest(parts), 0, 16);
  }

  /** A text as it is, or as 32 hex digits where it is longer than so many bytes of UTF-8. */
  public static String shortened(String text, int mostBytes) {
    return Utf8.fits(text, mostBytes) ? text : hex128(text);
  }

  /** All 256 bits over the UTF-8 of the parts, each behind its length. */
  public static byte[] digest(String... parts) {
    byte[][] encoded = new byte[parts.length][];
    int length = 0;
    for (int i = 0; i < parts.length; i++) {
      encoded[i] = parts[i].getBytes(StandardCharsets.UTF_8);
      length += Integer.BYTES + encoded[i].length;
    }
    ByteBuffer whole = ByteBuffer.allocate(length);
    for (byte[] part : encoded) {
      whole.putInt(part.length).put(part);
    }
    return SHA_256.get().digest(whole.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
