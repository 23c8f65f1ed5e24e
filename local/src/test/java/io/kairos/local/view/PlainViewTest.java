package io.kairos.local.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainViewTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PlainView view =
      new PlainView(new PrintStream(out, false, UTF_8), Snapshots.SHANGHAI);

  @Test
  void writesALineForEachTriggerOnceOldestFirst() {
    view.show(after(0, second(), first()));
    view.show(after(1, second(), first()));
    assertThat(lines())
        .containsExactly(
            "trigger  Sat 24 Oct 2026  11:12:40  dormancy sms  c1  First.",
            "trigger  Sat 24 Oct 2026  11:12:40  dormancy taken back  c2  Second.",
            "status   Sat 24 Oct 2026  11:12:40  running, 118 events/s, lag 12,"
                + " 1,714 customers, 2 triggers");
  }

  @Test
  void saysHowManyItCouldNotShow() {
    FiredTrigger fifth = trigger(5, false, "c5", "Fifth.");
    view.show(after(0, fifth));
    assertThat(lines()).startsWith("trigger  and 4 more").element(1).asString().contains("c5");
  }

  @Test
  void writesTheStatusEveryFiveSeconds() {
    for (int second = 0; second <= 10; second++) {
      view.show(after(second));
    }
    assertThat(lines()).hasSize(3).allMatch(line -> line.startsWith("status"));
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  private static Snapshot after(int seconds, FiredTrigger... latest) {
    Snapshot busy = Snapshots.busy();
    Head head = new Head("live demo", "", Snapshots.NOW, 60, Duration.ofSeconds(seconds));
    TriggerTally triggers = new TriggerTally(Map.of("dormancy", 2L), 0, List.of(latest), Map.of());
    return new Snapshot(head, busy.topics(), busy.customers(), busy.job(), triggers);
  }

  private static FiredTrigger first() {
    return trigger(1, false, "c1", "First.");
  }

  private static FiredTrigger second() {
    return trigger(2, true, "c2", "Second.");
  }

  private static FiredTrigger trigger(long number, boolean cancel, String customer, String reason) {
    var what = new FiredTrigger.What("dormancy", "sms", cancel);
    return new FiredTrigger(number, Snapshots.NOW, what, customer, reason);
  }
}
