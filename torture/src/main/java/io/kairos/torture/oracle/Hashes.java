package io.kairos.torture.oracle;

import io.kairos.wire.Trigger;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hashes of the wire. The documents say only that ids are hashes; their form is the job's, and
 * written down here a second time.
 */
final class Hashes {
  private static final long SEED = 0xa0761d6478bd642fL;
  private static final long CHUNK = 0xe7037ed1a0b428dbL;
  private static final long PART = 0x8ebc6af09c88c6e3L;
  private static final int ID_BYTES = 16;

  private Hashes() {}

  /**
   * A trigger's id: the first half of the SHA-256 of the parts in UTF-8, each behind its length.
   */
  static String id(String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String part : parts) {
        byte[] encoded = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return HexFormat.of().formatHex(sha256(bytes.toByteArray()), 0, ID_BYTES);
  }

  /** The SHA-256, in hex digits, of a trigger's bytes in single-object encoding. */
  static String payload(Trigger trigger) {
    try {
      ByteBuffer bytes = Trigger.getEncoder().encode(trigger);
      byte[] whole = new byte[bytes.remaining()];
      bytes.get(whole);
      return HexFormat.of().formatHex(sha256(whole));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The start of an occasion: 16 hex digits for the id of an event. */
  static String start(String eventId) {
    long hash = SEED;
    int whole = eventId.length() / 4 * 4;
    for (int at = 0; at < whole; at += 4) {
      long chunk = 0;
      for (int i = 3; i >= 0; i--) {
        chunk = chunk << 16 | eventId.charAt(at + i);
      }
      hash = mixed(hash ^ chunk, CHUNK);
    }
    long rest = 0;
    for (int at = whole; at < eventId.length(); at++) {
      rest = rest << 16 | eventId.charAt(at);
    }
    hash = mixed(mixed(hash ^ rest, CHUNK), PART ^ eventId.length());
    return HexFormat.of().toHexDigits(hash);
  }

  private static long mixed(long a, long b) {
    return a * b ^ Math.multiplyHigh(a, b);
  }
}
