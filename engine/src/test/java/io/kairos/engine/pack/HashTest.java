package io.kairos.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hashes stand in state and in trigger ids: these values hold for ever. */
class HashTest {
  @Test
  void theHashOfPartsNeverChanges() {
    assertThat(Hash.hex128("kairos", "ann")).isEqualTo("8e6ec44e5b6f096943bb42062dc181e0");
    assertThat(Hash.hex128("")).isEqualTo("df3f619804a92fdb4057192dc43dd748");
    assertThat(Hash.hex128("时机", "", "x".repeat(300)))
        .isEqualTo("66f937b4c5d5a978d60b92a54af16b97");
  }

  @Test
  void theShorterOneIsItsBeginning() {
    assertThat(Hash.of64("kairos", "ann")).isEqualTo(0x8e6ec44e5b6f0969L);
  }

  @Test
  void partsAreNotTheirJoin() {
    assertThat(Hash.of64("ab", "c")).isNotEqualTo(Hash.of64("a", "bc"));
  }
}
