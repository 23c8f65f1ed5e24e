package io.kairos.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form in which queries are kept. */
class SearchesTest {

  @ParameterizedTest
  @CsvSource({
    "'tea', 'tea'",
    "'green tea 2', 'green tea 2'",
    "'Green Tea', 'green tea'",
    "'green  tea', 'green tea'",
    "' tea', 'tea'",
    "'tea ', 'tea'",
    "'ＴＥＡ', 'tea'",
    "'', ''",
    "'tea-pot @2!', 'tea-pot @2!'",
    "'tea\tpot', 'tea pot'",
    "'Tea@2', 'tea@2'",
    "'手机壳 透明', '手机壳 透明'",
    "'手机壳　透明', '手机壳 透明'",
    "'手机壳 iPhone', '手机壳 iphone'",
    "'一二三四五六七八九十一', '一二三四五六七八九十'",
    "'一二三四五六七八九十 1', '一二三四五六七八九十 1'",
    "'\uf900', '\u8c48'",
    "'a tea of thirty-two letters withou', 'a tea of thirty-two letters with'",
    "'a tea of thirty two letters with', 'a tea of thirty two letters with'",
    "'a tea of thirty one letters with x', 'a tea of thirty one letters with'",
  })
  void keepsAQueryInOneForm(String typed, String kept) {
    assertThat(Searches.normalised(typed)).isEqualTo(kept);
    assertThat(Searches.normalised(kept)).as("once more").isEqualTo(kept);
  }
}
