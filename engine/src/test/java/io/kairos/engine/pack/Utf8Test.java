package io.kairos.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  @ParameterizedTest
  @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, abcdef", "北京市, 9, 北京市", "北京市, 8, 北京", "a😀, 4, a"})
  void cutsWholeCharactersFromTheEnd(String text, int mostBytes, String cut) {
    assertThat(Utf8.cut(text, mostBytes)).isEqualTo(cut);
  }

  @Property
  void countsTheBytesThatAreWritten(
      @ForAll String text, @ForAll @IntRange(min = 0, max = 80) int mostBytes) {
    int written = text.getBytes(StandardCharsets.UTF_8).length;

    assertThat(Utf8.length(text)).isEqualTo(written);
    assertThat(Utf8.fits(text, mostBytes)).isEqualTo(written <= mostBytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ude00b", "\ud83d\ud83d\ude00", "\ude00\ud83d"})
  void countsHalvesOfPairsAsTheyAreWritten(String text) {
    assertThat(Utf8.length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
  }
}
