package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleSet;
import io.kairos.flink.source.Intake;
import io.kairos.local.InputEvent;
import io.kairos.local.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the work is shared out, and in which order events come, changes nothing. */
final class SharesTest {
  private static final RuleSet RULES = ShopHistory.rules(ShopHistory.RULES);

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} shares of {1} bytes in memory")
  @CsvSource({"1, 100000000", "2, 100000", "5, 20000", "1, 1000"})
  void neitherSharesNorSpillsChangeARecord(int shares, long chunkBytes) throws Exception {
    written(ShopHistory.EVENTS, EventStore.open(1, Long.MAX_VALUE), folder.resolve("plain"));
    written(ShopHistory.EVENTS, EventStore.open(shares, chunkBytes), folder.resolve("shared"));

    requireEqual("shared");
  }

  @Test
  void theOrderOfTheInputChangesNothing() throws Exception {
    List<InputEvent> shuffled = new ArrayList<>(ShopHistory.EVENTS);
    Collections.shuffle(shuffled, new Random(3));
    written(ShopHistory.EVENTS, EventStore.open(2, Long.MAX_VALUE), folder.resolve("plain"));
    written(shuffled, EventStore.open(2, Long.MAX_VALUE), folder.resolve("shuffled"));

    requireEqual("shuffled");
  }

  private void requireEqual(String other) throws Exception {
    for (String file : List.of("triggers.jsonl", "decisions.jsonl")) {
      Path plain = folder.resolve("plain").resolve(file);
      assertThat(plain).isNotEmptyFile();
      assertThat(folder.resolve(other).resolve(file)).hasBinaryContent(Files.readAllBytes(plain));
    }
  }

  private static void written(List<InputEvent> events, EventStore opened, Path to)
      throws Exception {
    Period period = new Period(Optional.empty(), Optional.of(ShopHistory.END));
    BacktestRequest request =
        new BacktestRequest(
            new ListedSource(events), Versions.of(RULES), Shop.DEFAULT, period, Optional.empty());
    try (StopSignal stop = StopSignal.install();
        EventStore store = opened;
        RecordFiles files = new RecordFiles()) {
      Watch watch = new Watch(stop, BacktestProgress.NONE);
      var config = Backtest.config(request);
      try (Ingestion cleaning = Ingestion.start(new Intake(config), store, period, stop)) {
        List<String> told = request.source().read(period, cleaning, watch);
        History history = new History(told, cleaning.finish());
        new Trial(request, config, history.window(request), files).run(store, watch);
      }
      Files.createDirectories(to);
      files.write(to);
    }
  }
}
