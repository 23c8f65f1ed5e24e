package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {
  private static final Line LINE =
      Line.of("open ", Style.DIM).with("carts").with(" 12", Style.BOLD);

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "1, …",
    "5, open…",
    "6, open …",
    "10, open cart…",
    "12, open carts …",
    "13, open carts 12"
  })
  void cutsAtAWidthWithAnEllipsis(int width, String text) {
    assertThat(LINE.cut(width).text()).isEqualTo(text);
    assertThat(LINE.cut(width).width()).isLessThanOrEqualTo(width);
  }

  @Test
  void fillsUpToAWidth() {
    assertThat(Line.of("ab").fit(4).text()).isEqualTo("ab  ");
    assertThat(Line.of("abcd").fit(3).text()).isEqualTo("ab…");
  }

  @Test
  void putsAnotherLineFlushRight() {
    assertThat(Line.of("ab").flushRight(Line.of("z"), 6).text()).isEqualTo("ab   z");
    assertThat(Line.of("abcdef").flushRight(Line.of("z"), 6).text()).isEqualTo("abc… z");
    assertThat(Line.of("ab").flushRight(Line.of("too long"), 6).text()).isEqualTo("ab");
  }

  @Test
  void keepsControlCharactersFromTheTerminal() {
    assertThat(Line.of("a\033[2Jb\u200F\n").text()).isEqualTo("a [2Jb  ");
  }

  @Test
  void paintsStylesOnlyInStyledInk() {
    assertThat(Ink.BARE.paint(LINE)).isEqualTo("open carts 12");
    assertThat(Ink.STYLED.paint(LINE)).isEqualTo("\033[2mopen \033[0mcarts\033[1m 12\033[0m");
  }

  @Test
  void leavesStylesOutWhereNoColorIsSet() {
    assertThat(Ink.of("1")).isEqualTo(Ink.BARE);
    assertThat(Ink.of("")).isEqualTo(Ink.STYLED);
    assertThat(Ink.of(null)).isEqualTo(Ink.STYLED);
  }
}
