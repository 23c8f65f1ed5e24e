package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StatusLineTest {
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

  private StatusLine line(boolean terminal) {
    return new StatusLine(new PrintWriter(err), terminal, nanos::get, Duration.ofSeconds(1));
  }

  private void pass(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
