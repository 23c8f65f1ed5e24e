package io.kairos.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Trigger;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static final long NOW = 1_000_000;
  private static final long ALLOWANCE = 1_000;

  private final Ledger ledger = new Ledger(InstantSource.fixed(Instant.ofEpochMilli(NOW)));
  private long offset;

  @Test
  void findsNothingWrongWithWhatTheJobWrites() throws IOException {
    assertThat(note(Triggers.send("a", 5).build())).isEmpty();
    assertThat(note(Triggers.cancel("b", "a", 6).build())).isEmpty();

    assertThat(flaw("a")).isNull();
    assertThat(flaw("b")).isNull();
    assertThat(ledger.records()).isEqualTo(2);
  }

  @Test
  void countsARepeat() throws IOException {
    note(Triggers.send("a", 5).build());

    assertThat(note(Triggers.send("a", 5).build())).isEmpty();

    assertThat(tally("a")).isEqualTo(new Sighting.Tally(2, 0, null));
    assertThat(ledger.sightings().get("a").place()).isEqualTo(new Place(0, 0));
  }

  @Test
  void tellsOfARepeatThatDiffersFromItsFirst() throws IOException {
    note(Triggers.send("a", 5).build());

    List<String> findings = note(Triggers.send("a", 5).setOffer("another").build());

    assertThat(findings).containsExactly("trigger a of rule at 0/1 differs from its first at 0/0");
    assertThat(tally("a").contradictions()).isEqualTo(1);
  }

  @Test
  void asksForTheCustomerAsTheKey() throws IOException {
    List<String> findings = note(Triggers.record(next(), "bob", Triggers.send("a", 5).build()));

    assertThat(findings).containsExactly("trigger a of rule at 0/0 must have " + Flaw.KEY.demand());
    assertThat(flaw("a")).isEqualTo(Flaw.KEY);
  }

  @Test
  void asksForAKeyAtAll() throws IOException {
    note(Triggers.record(next(), null, Triggers.send("a", 5).build()));

    assertThat(flaw("a")).isEqualTo(Flaw.KEY);
  }

  @Test
  void looksAtTheKeyOfARepeatToo() throws IOException {
    note(Triggers.send("a", 5).build());
    note(Triggers.record(next(), "bob", Triggers.send("a", 5).build()));

    assertThat(tally("a")).isEqualTo(new Sighting.Tally(2, 0, Flaw.KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kairos-id", "kairos-kind", "kairos-rule", "kairos-channel", "kairos-mode"})
  void asksForEachHeader(String header) throws IOException {
    var record = Triggers.record(next(), Triggers.send("a", 5).build());
    record.headers().remove(header);
    note(record);

    assertThat(flaw("a")).isEqualTo(Flaw.HEADERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kairos-id", "kairos-kind", "kairos-rule", "kairos-channel", "kairos-mode"})
  void asksForHeadersThatSayWhatTheTriggerSays(String header) throws IOException {
    var record = Triggers.record(next(), Triggers.send("a", 5).build());
    record.headers().remove(header).add(header, Triggers.utf8("else"));
    note(record);

    assertThat(flaw("a")).isEqualTo(Flaw.HEADERS);
  }

  @Test
  void asksForEachHeaderOnce() throws IOException {
    var record = Triggers.record(next(), Triggers.send("a", 5).build());
    record.headers().add("kairos-id", Triggers.utf8("a"));
    note(record);

    assertThat(flaw("a")).isEqualTo(Flaw.HEADERS);
  }

  @Test
  void passesOverHeadersOfOthers() throws IOException {
    var record = Triggers.record(next(), Triggers.send("a", 5).build());
    record.headers().add("traceparent", Triggers.utf8("00-1"));
    note(record);

    assertThat(flaw("a")).isNull();
  }

  @Test
  void asksForWhatACancelTakesBackBeforeIt() throws IOException {
    note(Triggers.cancel("b", "a", 6).build());
    note(Triggers.send("a", 5).build());

    assertThat(flaw("b")).isEqualTo(Flaw.NOTHING_TO_CANCEL);
    assertThat(flaw("a")).isEqualTo(Flaw.ORDER);
  }

  @Test
  void asksForItInTheSamePartition() throws IOException {
    note(Triggers.record(new Place(1, 0), Triggers.send("a", 5).setCustomerId("bob").build()));
    note(Triggers.cancel("b", "a", 6).build());

    assertThat(flaw("b")).isEqualTo(Flaw.NOTHING_TO_CANCEL);
  }

  @Test
  void letsARepeatOfASendComeAfterItsCancel() throws IOException {
    note(Triggers.send("a", 5).build());
    note(Triggers.cancel("b", "a", 6).build());
    note(Triggers.send("a", 5).build());
    note(Triggers.cancel("b", "a", 6).build());

    assertThat(flaw("a")).isNull();
    assertThat(flaw("b")).isNull();
  }

  @Test
  void asksForAllOfACustomerInOnePartition() throws IOException {
    note(Triggers.send("a", 5).build());
    note(Triggers.record(new Place(1, 0), Triggers.send("b", 6).build()));

    assertThat(flaw("b")).isEqualTo(Flaw.PARTITION);
  }

  @Test
  void asksForThemInTheOrderOfTheirTimes() throws IOException {
    note(Triggers.send("a", 6).build());
    note(Triggers.send("b", 6).build());
    note(Triggers.send("c", 5).build());
    note(Triggers.send("d", 5).setCustomerId("bob").build());

    assertThat(flaw("b")).isNull();
    assertThat(flaw("c")).isEqualTo(Flaw.ORDER);
    assertThat(flaw("d")).isNull();
  }

  @Test
  void letsRepeatsComeAfterLaterOnes() throws IOException {
    note(Triggers.send("a", 5).build());
    note(Triggers.send("b", 6).build());
    note(Triggers.send("a", 5).build());

    assertThat(flaw("a")).isNull();
  }

  @Test
  void doesNotTakeWhatIsAheadOfTheClockForProgress() throws IOException {
    note(Triggers.send("a", NOW + ALLOWANCE + 1).build());

    assertThat(flaw("a")).isEqualTo(Flaw.AHEAD);
    assertThat(ledger.isAfter(NOW)).isFalse();
  }

  @Test
  void allowsForAClockThatIsALittleBehind() throws IOException {
    note(Triggers.send("a", NOW + ALLOWANCE).build());

    assertThat(flaw("a")).isNull();
    assertThat(ledger.isAfter(NOW)).isTrue();
    assertThat(ledger.isAfter(NOW + ALLOWANCE)).isFalse();
  }

  @Test
  void doesNotTakeARepeatForProgress() throws IOException {
    note(Triggers.send("a", 5).build());
    note(Triggers.send("a", 9).build());

    assertThat(ledger.isAfter(5)).isFalse();
  }

  @Test
  void knowsWhoHasGotSomething() throws IOException {
    note(Triggers.send("a", 5).build());

    assertThat(ledger.hasAll(List.of(Triggers.CUSTOMER))).isTrue();
    assertThat(ledger.hasAll(List.of(Triggers.CUSTOMER, "bob"))).isFalse();
  }

  private List<String> note(Trigger trigger) throws IOException {
    return note(Triggers.record(next(), trigger));
  }

  private List<String> note(ConsumerRecord<byte[], byte[]> record) throws IOException {
    return ledger.note(record);
  }

  private Place next() {
    return new Place(0, offset++);
  }

  private Flaw flaw(String id) {
    return tally(id).flaw();
  }

  private Sighting.Tally tally(String id) {
    return ledger.sightings().get(id).tally();
  }
}
