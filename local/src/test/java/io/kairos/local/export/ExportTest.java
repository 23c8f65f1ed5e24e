package io.kairos.local.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import io.kairos.local.StatusLine;
import io.kairos.local.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportTest {
  private static final RowFilter ALL =
      new RowFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final int IN_MEMORY = 1000;
  private static final int ON_DISK = 1;

  @ParameterizedTest
  @ValueSource(ints = {IN_MEMORY, ON_DISK})
  void triggersStandByTimeAndEachIdOnceByItsLastRecord(int chunkRows) throws IOException {
    InMemory source =
        new InMemory(
            trigger("b", "bob", 5, 1),
            trigger("a", "ann", 9, 1),
            trigger("c", "ann", -3, 1),
            trigger("b", "bob", 5, 2));

    assertThat(exported(ExportTopic.TRIGGERS, ALL, Long.MAX_VALUE, source, chunkRows))
        .extracting(row -> row.get("id") + "/" + row.get("ruleVersion"))
        .containsExactly("c/1", "b/2", "a/1");
  }

  @ParameterizedTest
  @ValueSource(ints = {IN_MEMORY, ON_DISK})
  void profilesStandByCustomerTheLastOfEachWithoutTheErased(int chunkRows) throws IOException {
    InMemory source =
        new InMemory(profile("gone", 1), profile("bob", 1), profile("ann", 1), profile("back", 1))
            .erased("gone")
            .erased("back")
            .with(profile("back", 2))
            .with(profile("bob", 7));

    assertThat(exported(ExportTopic.PROFILES, ALL, Long.MAX_VALUE, source, chunkRows))
        .extracting(row -> row.get("customerId") + "/" + row.get("asOf"))
        .containsExactly("ann/1", "back/2", "bob/7");
  }

  @Test
  void aDecisionThatWasWrittenAgainIsThereOnce() throws IOException {
    InMemory source =
        new InMemory(
            decision("a", "SENT", 1),
            decision("a", "SENT", 1),
            decision("a", "EXPIRED", 1),
            decision("a", "SENT", 0));

    assertThat(exported(ExportTopic.DECISIONS, ALL, Long.MAX_VALUE, source, IN_MEMORY))
        .extracting(row -> row.get("reason") + "/" + row.get("decidedAt"))
        .containsExactly("SENT/0", "EXPIRED/1", "SENT/1");
  }

  @Test
  void theSpanHoldsItsBeginAndNotItsEnd() throws IOException {
    RowFilter span =
        new RowFilter(
            Optional.of(Instant.ofEpochMilli(2)),
            Optional.of(Instant.ofEpochMilli(4)),
            Optional.empty(),
            Optional.empty());
    InMemory source =
        new InMemory(
            trigger("a", "ann", 1, 1),
            trigger("b", "ann", 2, 1),
            trigger("c", "ann", 3, 1),
            trigger("d", "ann", 4, 1));

    assertThat(exported(ExportTopic.TRIGGERS, span, Long.MAX_VALUE, source, IN_MEMORY))
        .extracting(row -> row.get("id"))
        .containsExactly("b", "c");
  }

  @Test
  void theLastProfileDecidesWhetherItIsInTheSpan() throws IOException {
    RowFilter before =
        new RowFilter(
            Optional.empty(),
            Optional.of(Instant.ofEpochMilli(5)),
            Optional.empty(),
            Optional.empty());
    InMemory source = new InMemory(profile("ann", 1), profile("ann", 9), profile("bob", 4));

    assertThat(exported(ExportTopic.PROFILES, before, Long.MAX_VALUE, source, IN_MEMORY))
        .extracting(row -> row.get("customerId"))
        .containsExactly("bob");
  }

  @Test
  void rowsAreThoseOfARuleAndACustomerAndTheFirstOfThem() throws IOException {
    RowFilter filter =
        new RowFilter(
            Optional.empty(), Optional.empty(), Optional.of("rule-1"), Optional.of("ann"));
    GenericRecord other = trigger("o", "ann", 0, 1);
    other.put("rule", "rule-2");
    InMemory source =
        new InMemory(
            other,
            trigger("c", "ann", 3, 1),
            trigger("x", "bob", 0, 1),
            trigger("b", "ann", 2, 1),
            trigger("a", "ann", 1, 1));

    assertThat(exported(ExportTopic.TRIGGERS, filter, 2, source, IN_MEMORY))
        .extracting(row -> row.get("id"))
        .containsExactly("a", "b");
  }

  @Test
  void whatCannotBeReadIsLeftOutAndSaid() throws IOException {
    InMemory source = new InMemory(profile("ann", 1)).unreadable("bob").unreadable("col");
    List<GenericRecord> rows = new ArrayList<>();

    ExportReport report = run(ExportTopic.PROFILES, ALL, 9, source, new InRows(rows), IN_MEMORY);

    assertThat(report.rows()).isEqualTo(1);
    assertThat(report.leftOut()).hasValue("left out 2 records; the first: place 2 is broken");
  }

  @Test
  void nothingReadableIsAnErrorAndNothingAtAllIsAnEmptyTable() throws IOException {
    InMemory broken = new InMemory().unreadable("bob");

    assertThatThrownBy(() -> exported(ExportTopic.PROFILES, ALL, 9, broken, IN_MEMORY))
        .isInstanceOf(CommandError.class)
        .hasMessage("nothing to export: left out 1 record; the first: place 1 is broken");
    assertThat(exported(ExportTopic.PROFILES, ALL, 9, new InMemory(), IN_MEMORY)).isEmpty();
  }

  @Test
  void endsEarlyWhenTheRunIsToEnd() {
    try (StopSignal stop = StopSignal.install()) {
      stop.request();
      Export export =
          new Export(new ExportRequest(ExportTopic.PROFILES, ALL, 9), line(), stop, IN_MEMORY);

      assertThatThrownBy(
              () -> export.run(new InMemory(profile("a", 1)), new InRows(new ArrayList<>())))
          .isInstanceOf(CommandError.class)
          .hasMessageContaining("stopped");
    }
  }

  private static List<GenericRecord> exported(
      ExportTopic topic, RowFilter filter, long limit, InMemory source, int chunkRows)
      throws IOException {
    List<GenericRecord> rows = new ArrayList<>();
    ExportReport report = run(topic, filter, limit, source, new InRows(rows), chunkRows);
    assertThat(report.rows()).isEqualTo(rows.size());
    return rows;
  }

  private static ExportReport run(
      ExportTopic topic, RowFilter filter, long limit, InMemory source, RowSink sink, int chunkRows)
      throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      return new Export(new ExportRequest(topic, filter, limit), line(), stop, chunkRows)
          .run(source, sink);
    }
  }

  private static StatusLine line() {
    return StatusLine.after(Duration.ofDays(1), new PrintWriter(new StringWriter()));
  }

  private static GenericRecord trigger(String id, String customer, long at, int version)
      throws IOException {
    return record(
        ExportTopic.TRIGGERS,
        """
        {"id":"%s","customerId":"%s","rule":"rule-1","ruleVersion":%d,"occasion":"o","channel":"push",
        "template":"t","currency":"EUR","anchorTime":0,"eventTime":%d,"notBefore":0,"validUntil":1,
        "reason":"r"}"""
            .formatted(id, customer, version, at));
  }

  private static GenericRecord decision(String id, String reason, long at) throws IOException {
    return record(
        ExportTopic.DECISIONS,
        """
        {"id":"%s","customerId":"ann","rule":"rule-1","ruleVersion":1,"occasion":"o","gate":"send",
        "reason":"%s","decidedAt":%d}"""
            .formatted(id, reason, at));
  }

  private static GenericRecord profile(String customer, long asOf) throws IOException {
    return record(
        ExportTopic.PROFILES,
        "{\"customerId\":\"%s\",\"asOf\":%d,\"currency\":\"EUR\"}".formatted(customer, asOf));
  }

  private static GenericRecord record(ExportTopic topic, String json) throws IOException {
    return JsonRecords.decode(json.getBytes(StandardCharsets.UTF_8), topic.schema());
  }

  /** Keeps the rows. */
  private record InRows(List<GenericRecord> rows) implements RowSink {
    @Override
    public void write(GenericRecord record) {
      rows.add(record);
    }

    @Override
    public void finish() {
      // All is there.
    }
  }
}
