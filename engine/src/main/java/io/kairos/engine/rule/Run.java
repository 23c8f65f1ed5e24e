package io.kairos.engine.rule;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * A wait: a rule that has begun for a customer and whose message may still come.
 *
 * @param rule id of the rule
 * @param version of the rule that began it, and under which it ends
 * @param key what the run is about, as its rule's {@link Per} says; up to {@value #LONGEST_KEY}
 *     bytes of UTF-8, a longer one is hashed
 * @param occasion key and start: with rule and customer it makes the trigger's id
 * @param anchorMillis what the wait is counted from, epoch milliseconds
 */
public record Run(String rule, int version, String key, String occasion, long anchorMillis) {
  static final int LONGEST_KEY = 40;

  Run restartedAt(long millis) {
    return new Run(rule, version, key, occasion, Math.max(anchorMillis, millis));
  }

  public void pack(Packer out) {
    out.text(rule).number(version).text(key).text(occasion).number(anchorMillis);
  }

  public static Run unpack(Unpacker in) {
    return new Run(in.text(), in.intNumber(), in.text(), in.text(), in.number());
  }
}
