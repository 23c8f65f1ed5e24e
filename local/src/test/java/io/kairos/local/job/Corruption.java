package io.kairos.local.job;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What can go wrong with the bytes of a record on their way. */
enum Corruption {
  BITS_FLIPPED {
    @Override
    byte[] of(byte[] good, RandomGenerator random) {
      byte[] bytes = good.clone();
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return bytes;
    }
  },
  CUT_SHORT {
    @Override
    byte[] of(byte[] good, RandomGenerator random) {
      return Arrays.copyOf(good, 1 + random.nextInt(good.length - 1));
    }
  },
  WRONG_FINGERPRINT {
    @Override
    byte[] of(byte[] good, RandomGenerator random) {
      byte[] bytes = good.clone();
      for (int i = MARKER; i < MARKER + FINGERPRINT; i++) {
        bytes[i] = (byte) random.nextInt();
      }
      return bytes;
    }
  },
  EMPTY {
    @Override
    byte[] of(byte[] good, RandomGenerator random) {
      return new byte[0];
    }
  },
  MISSING {
    @Override
    byte[] of(byte[] good, RandomGenerator random) {
      return null;
    }
  },
  /** A good record with two megabytes behind it. */
  BLOATED {
    @Override
    byte[] of(byte[] good, RandomGenerator random) {
      return Arrays.copyOf(good, 2 << 20);
    }
  },
  FIELD_TWISTED {
    @Override
    byte[] of(byte[] good, RandomGenerator random) {
      return TwistedField.of(good, random);
    }
  },
  NOISE {
    @Override
    byte[] of(byte[] good, RandomGenerator random) {
      byte[] bytes = new byte[1 + random.nextInt(600)];
      random.nextBytes(bytes);
      return bytes;
    }
  };

  private static final int MARKER = 2;
  private static final int FINGERPRINT = 8;

  /** The bytes afterwards; null for none. The good ones stay as they are. */
  abstract byte[] of(byte[] good, RandomGenerator random);
}
