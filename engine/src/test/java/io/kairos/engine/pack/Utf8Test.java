package io.kairos.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

  @ParameterizedTest
  @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, abcdef", "北京市, 9, 北京市", "北京市, 8, 北京", "a😀, 4, a"})
  void cutsWholeCharactersFromTheEnd(String text, int mostBytes, String cut) {
    assertThat(Utf8.cut(text, mostBytes)).isEqualTo(cut);
  }
}
