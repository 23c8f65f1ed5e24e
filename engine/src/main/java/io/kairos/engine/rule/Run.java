package io.kairos.engine.rule;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A wait: a rule that has begun for a customer and whose message may still come.
 *
 * @param rule id of the rule
 * @param version of the rule that began it, and under which it ends
 * @param key what the run is about, as its rule's {@link Per} says; up to {@value #LONGEST_KEY}
 *     bytes of UTF-8, a longer one is hashed
 * @param occasion the key, "@" and the start: with rule and customer it makes the trigger's id
 * @param anchorMillis what the waits are counted from, epoch milliseconds
 * @param decided one bit for each step whose fate is decided
 */
public record Run(
    String rule, int version, String key, String occasion, long anchorMillis, int decided) {
  static final int LONGEST_KEY = 40;

  private static final Pattern OF_EVENT = Pattern.compile("@[0-9a-f]{16}");

  /** Bytes that the run takes in state. */
  int bytes() {
    Packer packed = new Packer();
    pack(packed);
    return packed.size();
  }

  Run restartedAt(long millis) {
    return new Run(rule, version, key, occasion, Math.max(anchorMillis, millis), decided);
  }

  /** Whether the fate of a step is decided. */
  boolean isDecided(int step) {
    return (decided & 1 << step) != 0;
  }

  Run deciding(int step) {
    return new Run(rule, version, key, occasion, anchorMillis, decided | 1 << step);
  }

  public void pack(Packer out) {
    out.unsigned(decided).word(rule).number(version).text(key).number(anchorMillis);
    packOccasion(out);
  }

  public static Run unpack(Unpacker in) {
    int decided = in.unsignedInt();
    String rule = in.word();
    int version = in.intNumber();
    String key = in.text();
    long anchor = in.number();
    return new Run(rule, version, key, key + unpackOccasion(in), anchor, decided);
  }

  /** What follows the key: for an event its hash, for a silence a text. */
  private void packOccasion(Packer out) {
    String start = occasion.substring(key.length());
    boolean ofEvent = OF_EVENT.matcher(start).matches();
    out.flag(ofEvent);
    if (ofEvent) {
      out.hash(Long.parseUnsignedLong(start, 1, start.length(), 16));
    } else {
      out.text(start);
    }
  }

  private static String unpackOccasion(Unpacker in) {
    return in.flag() ? "@" + HexFormat.of().toHexDigits(in.hash()) : in.text();
  }
}
