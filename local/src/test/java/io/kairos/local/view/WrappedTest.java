package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void breaksBetweenWords() {
    assertThat(Wrapped.rows("no order for an hour", 9, 3))
        .containsExactly("no order", "for an", "hour");
  }

  @Test
  void cutsWhatDoesNotFitInTheLastRow() {
    assertThat(Wrapped.rows("no order for an hour", 9, 2)).containsExactly("no order", "for an h…");
  }

  @Test
  void breaksAWordThatIsTooLong() {
    assertThat(Wrapped.rows("abcdefgh", 3, 3)).containsExactly("abc", "def", "gh");
  }

  @Test
  void countsTwoColumnsForEastAsianCharacters() {
    assertThat(Columns.width("购物车 a")).isEqualTo(8);
    assertThat(Wrapped.rows("购物车里有三件", 6, 2)).containsExactly("购物车", "里有…");
  }

  @Test
  void givesOneRowForNothing() {
    assertThat(Wrapped.rows("", 5, 2)).containsExactly("");
  }
}
