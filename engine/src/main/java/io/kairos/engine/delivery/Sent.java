package io.kairos.engine.delivery;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.rule.Run;

/**
 * A message that went out and is still valid, so that it can be taken back.
 *
 * @param step id of the step
 * @param releasedMillis epoch milliseconds
 * @param validUntilMillis epoch milliseconds
 */
public record Sent(
    Run run, String step, String channel, long releasedMillis, long validUntilMillis) {

  /** Bytes that it takes in state. */
  int bytes() {
    Packer packed = new Packer();
    pack(packed);
    return packed.size();
  }

  void pack(Packer out) {
    run.pack(out);
    out.text(step.isEmpty() ? null : step)
        .word(channel)
        .number(releasedMillis - run.anchorMillis());
    out.number(validUntilMillis - releasedMillis);
  }

  static Sent unpack(Unpacker in) {
    Run run = Run.unpack(in);
    String step = in.text();
    String channel = in.word();
    long released = run.anchorMillis() + in.number();
    return new Sent(run, step == null ? "" : step, channel, released, released + in.number());
  }
}
