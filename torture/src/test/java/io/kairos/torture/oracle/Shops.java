package io.kairos.torture.oracle;

import java.time.ZoneId;

/** The shop of the tests. */
final class Shops {
  /** Long after the last line of any random history. */
  private static final double END_SECONDS = 3000;

  private Shops() {}

  static OracleSetup shanghai() {
    return new OracleSetup(ZoneId.of("Asia/Shanghai"), "CNY", 2000, Diary.millis(END_SECONDS));
  }
}
