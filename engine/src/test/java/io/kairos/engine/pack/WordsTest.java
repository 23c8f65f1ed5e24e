package io.kairos.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  /**
   * A code that changes makes another text of what state holds, and one that is added cannot be
   * read by an earlier release: the list stays as it is.
   */
  @Test
  void noCodeEverChanges() {
    StringBuilder codes = new StringBuilder();
    for (int code = 1; code <= Words.codeOf(LAST); code++) {
      codes.append(code).append(' ').append(Words.of(code)).append('\n');
    }

    assertThat(codes)
        .hasToString(
            """
            1 push
            2 sms
            3 email
            4 in-app
            5 service-desk
            6 female
            7 male
            8 zh-CN
            9 zh
            10 en
            11 Asia/Shanghai
            12 app
            13 mini-program
            14 web
            15 short-video
            16 article
            17 live
            18 registration
            19 checkout
            20 settings
            21 student
            22 cart-abandon
            23 dormancy
            24 vip-upgrade
            25 unpaid-order
            26 browse-abandon
            27 win-back
            28 welcome
            29 first-order-gift
            30 order-shipped
            31 birthday
            32 search-streak
            33 cross-sell
            34 favourite-recall
            35 new
            36 active
            37 regular
            38 churn-risk
            39 lost
            40 high-value
            41 potential
            42 one-time-lapsed
            43 place-and-time
            44 monthly-report
            45 early-access
            46 refer-a-friend
            47 tutorial
            48 return-requested
            """);
    assertThat(Words.CODES).isEqualTo(64);
    assertThatThrownBy(() -> Words.of(49)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "tush", "pull", "Push", "a word longer than all of them", "推送"})
  void spellsAllElse(String text) {
    assertThat(Words.codeOf(text)).isEqualTo(-1);
    assertThat(new Unpacker(new Packer().word(text).toBytes()).word()).isEqualTo(text);
  }
}
