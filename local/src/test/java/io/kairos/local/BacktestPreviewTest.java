package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.profile.Shop;
import io.kairos.flink.config.RegistryConfig;
import io.kairos.local.history.Timeliness;
import io.kairos.local.profiles.KafkaAccess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BacktestPreviewTest {
  private final BacktestPreview preview =
      new BacktestPreview(
          new KafkaAccess("localhost:1", "", Map.of(), RegistryConfig.NONE),
          new Shop("CNY", ZoneOffset.UTC),
          Timeliness.USUAL,
          Instant.EPOCH,
          new PrintWriter(new StringWriter()));

  @Test
  void isLeftOutWhereRulesOfDifferentTimesDoNotGoTogether() {
    String contradicting =
        """
        rules:
          - id: greeting
            event: view
            when: segment('gone')
            send: {channel: push, template: hello}
        """;

    assertThat(preview.lines("rules: []", contradicting))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("No backtest of the last days: ")
        .contains("greeting", "gone");
  }
}
