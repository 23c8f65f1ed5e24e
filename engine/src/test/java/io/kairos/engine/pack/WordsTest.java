package io.kairos.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that state need not spell. */
class WordsTest {
  private static final String LAST = "return-requested";

  @Test
  void knowsEachWordByACodeOfItsOwn() {
    Set<String> words = new HashSet<>();
    int code = 1;
    for (; !Words.of(code).equals(LAST); code++) {
      assertThat(Words.codeOf(Words.of(code))).isEqualTo(code);
      words.add(Words.of(code));
    }
    assertThat(Words.codeOf(LAST)).isEqualTo(code);
    assertThat(words).hasSize(code - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "tush", "pull", "Push", "a word longer than all of them", "推送"})
  void spellsAllElse(String text) {
    assertThat(Words.codeOf(text)).isEqualTo(-1);
    assertThat(new Unpacker(new Packer().word(text).toBytes()).word()).isEqualTo(text);
  }
}
