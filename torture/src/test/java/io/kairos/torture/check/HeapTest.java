package io.kairos.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.torture.oracle.ExpectedTrigger;
import io.kairos.torture.oracle.OracleSetup;
import io.kairos.torture.traffic.PlannedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/**
 * What a campaign keeps on the heap until it is judged, so that a night fits. {@code
 * -Dkairos.torture.minutes=N} reckons a longer one than the 3 minutes of the build, and judges it.
 */
class HeapTest {
  private static final Duration LASTS =
      Duration.ofMinutes(Integer.getInteger("kairos.torture.minutes", 3));
  private static final long END_MILLIS = PlannedLog.BEGIN_MILLIS + LASTS.toMillis();
  private static final long SETTLED_MILLIS = Duration.ofMinutes(2).toMillis();
  private static final OracleSetup SETUP =
      new OracleSetup(ZoneId.of("Asia/Shanghai"), "CNY", 2_000, END_MILLIS + SETTLED_MILLIS);

  private final InputLog log = new InputLog();
  private final Ledger ledger =
      new Ledger(InstantSource.fixed(Instant.ofEpochMilli(SETUP.untilMillis())));

  @Test
  void holdsWhatItTakesToJudge() {
    long before = used();
    PlannedLog.of(1, LASTS, log::add);
    long withLog = used();
    Expectation.of(SETUP, log).forEach(customer -> customer.triggers().forEach(this::goOut));
    long withTriggers = used();

    long event = (withLog - before) / log.size();
    long trigger = (withTriggers - withLog) / ledger.records();
    System.out.printf(
        "%,d events of %d bytes, %,d triggers of %d bytes%n",
        log.size(), event, ledger.records(), trigger);
    assertThat(event).isLessThan(200);
    assertThat(trigger).isLessThan(450);
    judge();
    Reference.reachabilityFence(this);
  }

  private void goOut(ExpectedTrigger expected) {
    try {
      Place place = new Place(0, ledger.records());
      assertThat(ledger.note(Triggers.record(place, expected.trigger()))).isEmpty();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private void judge() {
    Sightings sightings = new Sightings(ledger.sightings(), place -> "");
    Verdict verdict =
        Verdict.of(
            Guarantee.EXACTLY_ONCE, Expectation.of(SETUP, log), sightings, SETUP.untilMillis());
    System.out.printf("%,d customers, %d not judged%n", verdict.customers(), verdict.unjudged());
    assertThat(verdict.isClean()).isTrue();
    assertThat(verdict.expected()).isEqualTo((int) ledger.records());
    assertThat(verdict.unjudged() * 200).isLessThanOrEqualTo(verdict.customers());
  }

  /** Bytes of the heap that are in use after all garbage is gone. */
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
