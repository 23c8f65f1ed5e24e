package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ColumnsTest {

  @Test
  void aTextOfOneLineHasNoControlCharacters() {
    assertThat(Columns.harmless("a\u001b[2Jb\u009bc\rd\ne\tf\u202eg"))
        .isEqualTo("a [2Jb c d e f g");
  }

  @Test
  void aTextOfSeveralLinesKeepsTheirEndsAndTabs() {
    assertThat(Columns.harmlessLines("a\u001b[2Jb\u009b\r\n\tc\u202e\nd"))
        .isEqualTo("a [2Jb \r\n\tc \nd");
  }

  @Test
  void noLineIsWrittenOver() {
    assertThat(Columns.harmlessLines("a\rb\u0085c\r")).isEqualTo("a b c ");
  }
}
