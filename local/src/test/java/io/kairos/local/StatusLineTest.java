package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StatusLineTest {
  private static final int COLUMNS = 20;

  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void keepsSilentAtFirstAndThenComesTwiceASecond() {
    StatusLine line = line(true);

    assertThat(line.isDue()).isFalse();
    pass(999);
    assertThat(line.isDue()).isFalse();
    pass(1);
    assertThat(line.isDue()).isTrue();
    pass(499);
    assertThat(line.isDue()).isFalse();
    pass(1);
    assertThat(line.isDue()).isTrue();
  }

  @Test
  void isNeverDueWithoutATerminal() {
    StatusLine line = line(false);
    pass(60_000);

    assertThat(line.isDue()).isFalse();
  }

  @Test
  void isWrittenOverInPlaceAndTakenAway() {
    StatusLine line = line(true);

    line.show("one");
    line.show("two");
    line.done();
    line.done();

    assertThat(err).hasToString("\r\u001b[Kone\r\u001b[Ktwo\r\u001b[K");
  }

  @Test
  void leavesOutWhatWouldWrap() {
    StatusLine line = line(true);

    line.show("0123456789012345678");
    line.show("01234567890123456789");
    line.show("正在读取记录并决定消息");

    assertThat(err)
        .hasToString(
            "\r\u001b[K0123456789012345678"
                + "\r\u001b[K012345678901234567…"
                + "\r\u001b[K正在读取记录并决定…");
  }

  @Test
  void staysInItsRowWhateverTheText() {
    line(true).show("a\nb\tc");

    assertThat(err).hasToString("\r\u001b[Ka b c");
  }

  private StatusLine line(boolean terminal) {
    return new StatusLine(
        new PrintWriter(err), terminal, () -> COLUMNS, nanos::get, Duration.ofSeconds(1));
  }

  private void pass(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
