package io.kairos.flink.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharedWordsTest {
  private final SharedWords words = new SharedWords();

  @Property
  void aWordIsWhatItsBytesSay(@ForAll @Size(max = 200) List<String> texts) {
    for (String text : texts) {
      byte[] around = (">>" + text + "<<").getBytes(UTF_8);
      assertThat(words.of(around, 2, around.length - 4))
          .isEqualTo(new String(around, 2, around.length - 4, UTF_8));
    }
  }

  @Test
  void moreWordsThanPlacesDisplaceEachOther() {
    for (int i = 0; i < 50_000; i++) {
      assertThat(of("brand" + i)).isEqualTo("brand" + i);
    }
  }

  @Test
  void aWordThatComesAgainIsTheSame() {
    assertThat(of("tea")).isSameAs(of("tea"));
  }

  private String of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return words.of(bytes, 0, bytes.length);
  }
}
