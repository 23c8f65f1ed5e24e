package io.kairos.flink.source;

import java.util.Arrays;
import java.util.Random;

/** Bytes with something wrong in them. */
enum Mangled {
  FLIPPED {
    @Override
    byte[] of(byte[] bytes, int at, Random random) {
      byte[] other = bytes.clone();
      other[at] ^= (byte) (1 << random.nextInt(8));
      return other;
    }
  },
  REPLACED {
    @Override
    byte[] of(byte[] bytes, int at, Random random) {
      byte[] other = bytes.clone();
      other[at] = (byte) random.nextInt();
      return other;
    }
  },
  CUT {
    @Override
    byte[] of(byte[] bytes, int at, Random random) {
      return Arrays.copyOf(bytes, at);
    }
  },
  LONGER {
    @Override
    byte[] of(byte[] bytes, int at, Random random) {
      return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
    }
  },
  WITHOUT_ONE {
    @Override
    byte[] of(byte[] bytes, int at, Random random) {
      byte[] other = Arrays.copyOf(bytes, bytes.length - 1);
      System.arraycopy(bytes, at + 1, other, at, other.length - at);
      return other;
    }
  },
  /** A number that goes on and on, as a length that is none or an index of no union does. */
  OVERLONG {
    @Override
    byte[] of(byte[] bytes, int at, Random random) {
      byte[] other = bytes.clone();
      Arrays.fill(other, at, Math.min(other.length, at + 1 + random.nextInt(12)), (byte) 0xff);
      return other;
    }
  },
  /** A number in more bytes than it needs. */
  PADDED {
    @Override
    byte[] of(byte[] bytes, int at, Random random) {
      int zeros = random.nextInt(10);
      byte[] other = new byte[bytes.length + zeros + 1];
      System.arraycopy(bytes, 0, other, 0, at + 1);
      other[at] |= (byte) 0x80;
      Arrays.fill(other, at + 1, at + 1 + zeros, (byte) 0x80);
      System.arraycopy(bytes, at + 1, other, at + 2 + zeros, bytes.length - at - 1);
      return other;
    }
  };

  /** The bytes with this wrong at a place. */
  abstract byte[] of(byte[] bytes, int at, Random random);
}
