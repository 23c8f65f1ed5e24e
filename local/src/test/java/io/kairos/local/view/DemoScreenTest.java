package io.kairos.local.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoScreenTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final DemoScreen screen =
      new DemoScreen(new PrintStream(terminal, false, UTF_8), Snapshots.SHANGHAI);

  @Test
  void takesTheSecondScreenAndGivesItBackOnce() {
    screen.show(Snapshots.busy());
    screen.close();
    screen.close();
    screen.show(Snapshots.busy());
    String written = terminal.toString(UTF_8);
    assertThat(written).startsWith("\033[?1049h\033[?25l").endsWith("\033[?7h\033[?25h\033[?1049l");
    assertThat(written).containsOnlyOnce("\033[?25h").containsOnlyOnce("\033[H");
  }

  @Test
  void drawsEachFrameOverTheLastWithoutClearing() {
    String frame = DemoScreen.frame(List.of(Line.of("a"), Line.of("b", Style.DIM)), Ink.BARE);
    assertThat(frame).isEqualTo("\033[Ha\033[K\r\nb\033[K\033[J");
    screen.close();
  }
}
