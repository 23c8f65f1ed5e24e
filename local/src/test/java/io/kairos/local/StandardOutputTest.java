package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {

  @Test
  void passesBytesOn() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    new StandardOutput(bytes).write(new byte[] {1, 2, 3}, 1, 2);

    assertThat(bytes.toByteArray()).containsExactly(2, 3);
  }

  @Test
  void tellsAReaderThatHasSeenEnoughFromOtherFailures() {
    assertThatThrownBy(() -> new StandardOutput(failing("Broken pipe")).write(new byte[1]))
        .isInstanceOf(StandardOutput.ReaderGone.class);
    assertThatThrownBy(() -> new StandardOutput(failing("No space left")).write(new byte[1]))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(StandardOutput.ReaderGone.class)
        .hasMessage("No space left");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
