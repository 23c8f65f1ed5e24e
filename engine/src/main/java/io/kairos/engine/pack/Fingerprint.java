package io.kairos.engine.pack;

/**
 * Short hashes that tell a few names of one customer apart. They stand in state and must never
 * change. Not for anything that somebody gains by forging: {@link Hash} is.
 *
 * <p>Four characters at a time are folded in by a multiplication to 128 bits whose halves are
 * combined, as wyhash does (Wang Yi, <a href="https://github.com/wangyi-fudan/wyhash">wyhash</a>).
 */
public final class Fingerprint {
  private static final long SEED = 0xa0761d6478bd642fL;
  private static final long CHUNK = 0xe7037ed1a0b428dbL;
  private static final long PART = 0x8ebc6af09c88c6e3L;

  private Fingerprint() {}

  /** 64 bits over a text. */
  public static long of64(String text) {
    return folded(SEED, text);
  }

  /** 64 bits over two texts, each with its length. */
  public static long of64(String first, String second) {
    return folded(folded(SEED, first), second);
  }

  /** 64 bits over three texts, each with its length. */
  public static long of64(String first, String second, String third) {
    return folded(folded(folded(SEED, first), second), third);
  }

  /** 48 bits, enough to tell a few ids of one customer apart. */
  public static long of48(String text) {
    return of64(text) >>> 16;
  }

  /** 40 bits over two texts, enough to tell the last events of one customer apart. */
  public static long of40(String first, String second) {
    return of64(first, second) >>> 24;
  }

  /** 32 bits, enough to tell a few names of one customer apart. */
  public static int of32(String text) {
    return (int) (of64(text) >>> 32);
  }

  /** 32 bits over two texts. */
  public static int of32(String first, String second) {
    return (int) (of64(first, second) >>> 32);
  }

  /** 32 bits over three texts. */
  public static int of32(String first, String second, String third) {
    return (int) (of64(first, second, third) >>> 32);
  }

  private static long folded(long start, String text) {
    int length = text.length();
    long hash = start;
    int at = 0;
    for (; at + 4 <= length; at += 4) {
      long chunk =
          text.charAt(at)
              | (long) text.charAt(at + 1) << 16
              | (long) text.charAt(at + 2) << 32
              | (long) text.charAt(at + 3) << 48;
      hash = mixed(hash ^ chunk, CHUNK);
    }
    long rest = 0;
    for (; at < length; at++) {
      rest = rest << 16 | text.charAt(at);
    }
    return mixed(mixed(hash ^ rest, CHUNK), PART ^ length);
  }

  private static long mixed(long a, long b) {
    return a * b ^ Math.multiplyHigh(a, b);
  }
}
