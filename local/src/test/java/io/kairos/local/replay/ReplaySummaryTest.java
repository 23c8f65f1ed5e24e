package io.kairos.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplaySummaryTest {
  private final ProfileTally profiles = new ProfileTally();

  @Test
  void saysWhichFiguresAreTooSmallAfterRestarts() {
    assertThat(lines(1))
        .endsWith("restarted   1 time; events, rejected and decisions count its last run only");
    assertThat(lines(2)).last().asString().startsWith("restarted   2 times;");
  }

  @Test
  void saysNothingOfRestartsWhereThereWereNone() {
    assertThat(lines(0)).noneMatch(line -> line.startsWith("restarted"));
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, '12,345.67 EUR paid', 5.00 EUR",
    "JPY, '1,234,567 JPY paid', 500 JPY",
    "KWD, '1,234.567 KWD paid', 0.500 KWD"
  })
  void writesAmountsWithTheDecimalsOfTheCurrency(String currency, String paid, String refunded) {
    profiles.add(
        Profile.newBuilder()
            .setCustomerId("c1")
            .setAsOf(1)
            .setCurrency(currency)
            .setOrders(2)
            .setSpent(1_234_567)
            .setRefunds(1)
            .setRefunded(500)
            .build());
    assertThat(lines(currency, 0))
        .contains(
            "orders      2  (%s, 1 refunds and cancellations of %s)".formatted(paid, refunded));
  }

  private List<String> lines(int restarts) {
    return lines("EUR", restarts);
  }

  private List<String> lines(String currency, int restarts) {
    return new ReplaySummary(Map.of(), new ReplayResults(new TriggerTally(), profiles), currency)
        .lines(Duration.ofSeconds(1), Instant.EPOCH, restarts);
  }
}
