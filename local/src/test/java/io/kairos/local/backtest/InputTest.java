package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.config.TimeConfig;
import io.kairos.local.CommandError;
import io.kairos.local.InputEvent;
import io.kairos.local.history.Timeliness;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes in, and what does not. */
final class InputTest {
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

  @Test
  void whatCannotBeTrueIsRefusedAsInTheJob() throws IOException {
    BacktestResult result =
        run(
            Period.ALL,
            view("c", NOON, 100, "CNY"),
            view("c", NOON, 100, "CNY"),
            view("c", NOON.plusSeconds(1), -1, "CNY"),
            view("c", NOON.plusSeconds(2), 100, "USD"),
            view("", NOON.plusSeconds(3), 100, "CNY"));

    assertThat(result.input().events()).containsExactly(Map.entry("view", 2L));
    assertThat(result.input().rejected())
        .containsOnly(
            Map.entry("DUPLICATE", 1L),
            Map.entry("NEGATIVE_MONEY", 1L),
            Map.entry("UNKNOWN_CURRENCY", 1L),
            Map.entry("ANONYMOUS", 1L));
    assertThat(result.input().customers()).isEqualTo(1);
  }

  @Test
  void withoutAnEndOfItsOwnTheTimeEndsWithTheLastEvent() throws IOException {
    BacktestResult result =
        run(Period.ALL, view("c", NOON.plusSeconds(60), 100, "CNY"), view("d", NOON, 100, "CNY"));

    assertThat(result.span().from()).isEqualTo(NOON);
    assertThat(result.span().to()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void aRecordOfATimeThatCannotBeMovesNeitherEnd() throws IOException {
    BacktestResult result =
        run(
            Period.ALL,
            view("c", Instant.EPOCH, 100, "CNY"),
            view("c", NOON, 100, "CNY"),
            view("c", Instant.parse("9999-12-31T00:00:00Z"), 100, "CNY"));

    assertThat(result.input().rejected()).containsExactly(Map.entry("IMPOSSIBLE_TIME", 2L));
    assertThat(result.span().first()).isEqualTo(NOON);
    assertThat(result.span().to()).isEqualTo(NOON);
  }

  @Test
  void eventsAfterTheEndAreLeftOut() throws IOException {
    BacktestResult result =
        run(
            new Period(Optional.empty(), Optional.of(NOON)),
            view("c", NOON, 100, "CNY"),
            view("c", NOON.plusMillis(1), 100, "CNY"));

    assertThat(result.input().eventsInAll()).isEqualTo(1);
  }

  @Test
  void noEventIsAnErrorThatSaysWhatWasRefused() {
    assertThatThrownBy(() -> run(Period.ALL, view("c", NOON, -1, "CNY")))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("nothing to backtest")
        .hasMessageContaining("NEGATIVE_MONEY");
  }

  @Test
  void aBeginAfterTheLastEventIsAnError() {
    Period late = new Period(Optional.of(NOON.plusSeconds(1)), Optional.empty());

    assertThatThrownBy(() -> run(late, view("c", NOON, 100, "CNY")))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("before --from");
  }

  @Test
  void aBrokenSourceEndsTheRun() {
    EventSource broken = new Broken();

    assertThatThrownBy(() -> Backtest.run(request(broken, Period.ALL)))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
  }

  @Test
  void anEventIsWhatTheJobOfTheTopicsTakesItFor() {
    Timeliness told = new Timeliness(Duration.ofMinutes(2), Duration.ZERO);
    KafkaAccess access = new KafkaAccess("none", "shop.", Map.of(), RegistryConfig.NONE);

    TimeConfig time = Backtest.config(request(new KafkaSource(access, told), Period.ALL)).time();

    assertThat(time.latenessMillis()).isEqualTo(120_000);
    assertThat(time.futureToleranceMillis()).isZero();
  }

  private static final class Broken implements EventSource {
    @Override
    public String topicPrefix() {
      return Topics.DEFAULT_PREFIX;
    }

    @Override
    public List<String> read(Period period, RecordTaker taker, Watch watch) throws IOException {
      taker.take(() -> LogRecord.of(view("c", NOON, 1, "CNY")));
      throw new IOException("broken");
    }
  }

  private static BacktestResult run(Period period, InputEvent... events) throws IOException {
    return Backtest.run(request(new ListedSource(List.of(events)), period));
  }

  private static BacktestRequest request(EventSource source, Period period) {
    return new BacktestRequest(
        source, Versions.of(RuleFile.defaults("CNY")), Shop.DEFAULT, period, Optional.empty());
  }

  private static InputEvent view(String customer, Instant at, long price, String currency) {
    ClickstreamEvent click =
        ClickstreamEvent.newBuilder()
            .setEventId("view-" + at)
            .setCustomerId(customer)
            .setTime(at.toEpochMilli())
            .setType(ClickType.VIEW)
            .setItem("lamp")
            .setPrice(price)
            .setCurrency(currency)
            .build();
    return new InputEvent(Topics.CLICKSTREAM, customer, at.toEpochMilli(), click);
  }
}
