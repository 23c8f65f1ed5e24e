package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * How often a custom event came.
 *
 * @param lastMillis event time of the last, epoch milliseconds, whole seconds
 */
public record CustomCount(long count, long lastMillis) {
  static final CustomCount NONE = new CustomCount(0, 0);

  CustomCount plus(long timeMillis) {
    return new CustomCount(count + 1, Math.max(lastMillis, timeMillis / 1000 * 1000));
  }

  void pack(Packer out) {
    out.unsigned(count).unsigned(lastMillis / 1000);
  }

  static CustomCount unpack(Unpacker in) {
    return new CustomCount(in.unsigned(), in.unsigned() * 1000);
  }
}
