package io.kairos.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fingerprints stand in state: these values hold for ever. */
class FingerprintTest {
  @Test
  void theFingerprintOfTextsNeverChanges() {
    assertThat(Fingerprint.of64("")).isEqualTo(0x1e0f508289ce8be2L);
    assertThat(Fingerprint.of64("kairos")).isEqualTo(0x10983e14ff7de501L);
    assertThat(Fingerprint.of64("时机😀")).isEqualTo(0x417de78971dcd1a3L);
    assertThat(Fingerprint.of64("kairos", "ann")).isEqualTo(0x5f670b1ef47a6536L);
    assertThat(Fingerprint.of64("kairos", "", "ann")).isEqualTo(0x249162f29736ac2cL);
  }

  @Test
  void theShorterOnesAreItsBeginning() {
    long whole = Fingerprint.of64("ann");

    assertThat(Fingerprint.of48("ann")).isEqualTo(whole >>> 16);
    assertThat(Fingerprint.of32("ann")).isEqualTo((int) (whole >>> 32));
    assertThat(Fingerprint.of40("kairos", "ann"))
        .isEqualTo(Fingerprint.of64("kairos", "ann") >>> 24);
  }

  @Test
  void textsAreNotTheirJoin() {
    assertThat(Fingerprint.of64("ab", "c")).isNotEqualTo(Fingerprint.of64("a", "bc"));
    assertThat(Fingerprint.of64("a")).isNotEqualTo(Fingerprint.of64("a\0"));
  }

  @Test
  void similarNamesMeetNoMoreOftenThanChanceHasIt() {
    Set<Integer> seen = new HashSet<>();
    int names = 1 << 18;
    for (int i = 0; i < names; i++) {
      seen.add(Fingerprint.of32("customer", "u" + i));
    }

    assertThat(names - seen.size()).as("chance has 8").isLessThan(25);
  }
}
