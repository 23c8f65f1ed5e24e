package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryTableTest {
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void saysWhenEachVersionGaveWayToTheNext() {
    Ledger ledger =
        ledger(
            published(DORMANCY, 2, Status.PAUSED, NOON),
            published(DORMANCY, 3, Status.ACTIVE, NOON, Rules.from(LATER.plusSeconds(30))));

    assertThat(lines(ledger))
        .element(1)
        .asString()
        .matches("3 +active +2026-10-24 12:01:30 +not yet .*");
    assertThat(lines(ledger))
        .element(2)
        .asString()
        .matches("2 +paused +2026-10-24 12:00:10 +2026-10-24 12:01:30 +now .*");
    assertThat(lines(ledger))
        .element(3)
        .asString()
        .matches("1 +active +always +2026-10-24 12:00:10 +ships with the job *");
  }

  @Test
  void saysWhenThePeriodOfAVersionIsOver() {
    Ledger ledger = ledger(published(DORMANCY, 2, Status.ACTIVE, NOON, Rules.until(LATER)));

    assertThat(lines(ledger).get(1))
        .matches("2 +active +2026-10-24 12:00:10 +2026-10-24 12:01:00 +2026-10-24 .*");
  }

  @Test
  void saysOfAPlanThatWasOvertakenThatItNeverHolds() {
    Ledger ledger =
        ledger(
            published(DORMANCY, 2, Status.ACTIVE, NOON, Rules.from(LATER.plusSeconds(30))),
            published(DORMANCY, 3, Status.PAUSED, NOON));

    assertThat(lines(ledger).get(2)).matches("2 +active +2026-10-24 12:01:30 +never .*");
  }

  private static List<String> lines(Ledger ledger) {
    return new HistoryTable(LATER, new Moments(ZoneOffset.UTC))
        .lines(ledger.history(DORMANCY).orElseThrow());
  }
}
