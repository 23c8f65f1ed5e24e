package io.kairos.engine.delivery;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.rule.Run;

/**
 * A message that went out and is still valid, so that it can be taken back.
 *
 * @param step id of the step
 * @param way which of the step's cases it was, from 0
 * @param releasedMillis epoch milliseconds
 * @param validUntilMillis epoch milliseconds
 */
public record Sent(
    Run run, String step, int way, String channel, long releasedMillis, long validUntilMillis) {

  /** Bytes that it takes in state. */
  int bytes() {
    Packer packed = new Packer();
    pack(packed);
    return packed.size();
  }

  void pack(Packer out) {
    run.pack(out);
    out.text(step.isEmpty() ? null : step)
        .unsigned(way)
        .word(channel)
        .number(releasedMillis - run.anchorMillis());
    out.number(validUntilMillis - releasedMillis);
  }

  static Sent unpack(Unpacker in) {
    Run run = Run.unpack(in);
    String step = in.text();
    int way = in.unsignedInt();
    String channel = in.word();
    long released = run.anchorMillis() + in.number();
    return new Sent(run, step == null ? "" : step, way, channel, released, released + in.number());
  }
}
