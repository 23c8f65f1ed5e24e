package io.kairos.flink.rules;

import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Whether the one split is still to be given to a reader. */
final class FlagSerializer implements SimpleVersionedSerializer<Boolean> {

  @Override
  public int getVersion() {
    return 1;
  }

  @Override
  public byte[] serialize(Boolean flag) {
    return new byte[] {(byte) (flag ? 1 : 0)};
  }

  @Override
  public Boolean deserialize(int version, byte[] bytes) {
    return bytes[0] == 1;
  }
}
