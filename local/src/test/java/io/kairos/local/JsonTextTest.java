package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
  private static final String JSON = "{\"city\":\"上海\"}";

  @Test
  void staysAsItIsWhereItCanBeWritten() {
    assertThat(JsonText.encodable(JSON, StandardCharsets.UTF_8)).isEqualTo(JSON);
  }

  @Test
  void escapesWhatCouldDriveATerminal() {
    assertThat(JsonText.encodable("{\n\"a\":\"\u009b2J\u007f\u202e上\"}", StandardCharsets.UTF_8))
        .isEqualTo("{\n\"a\":\"\\u009b2J\\u007f\\u202e上\"}");
  }

  @Test
  void isEscapedWhereTheOutputIsAscii() {
    assertThat(JsonText.encodable(JSON, StandardCharsets.US_ASCII))
        .isEqualTo("{\"city\":\"\\u4e0a\\u6d77\"}");
  }
}
