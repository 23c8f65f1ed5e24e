package io.kairos.local.export.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.export.Everything;
import io.kairos.local.export.ExportTopic;
import io.kairos.wire.PlainJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvSinkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with, comma",
        "with \"quotes\"",
        "\"",
        "two\nlines\r\nand more\r",
        " blanks at the ends ",
        "商城：双十一 🛒",
        "=1+1",
        "'",
        "null"
      })
  void aTableReadBackIsTheRecords(String text) throws IOException {
    List<GenericRecord> written = List.of(Everything.full(text), Everything.empty());

    String table = table(Everything.SCHEMA, written, Set.of(CsvOption.RAW));

    assertThat(ReadBack.records(table, Everything.SCHEMA).stream().map(PlainJson::of))
        .containsExactlyElementsOf(written.stream().map(PlainJson::of).toList());
  }

  @ParameterizedTest
  @EnumSource
  void anyRecordOfATopicReadBackIsTheRecord(ExportTopic topic) throws IOException {
    List<GenericRecord> written = new ArrayList<>();
    new RandomData(topic.schema(), 50, 7L, true)
        .forEach(record -> written.add((GenericRecord) record));

    String table = table(topic.schema(), written, Set.of(CsvOption.RAW));

    assertThat(ReadBack.records(table, topic.schema()).stream().map(PlainJson::of))
        .containsExactlyElementsOf(written.stream().map(PlainJson::of).toList());
  }

  @Test
  void theHeaderNamesFieldsWithinByTheirPath() throws IOException {
    assertThat(table(Everything.SCHEMA, List.of(), Set.of()))
        .isEqualTo(
            "text,maybe,small,whole,broken,coarse,truth,raw,time,kind,inner.at,inner.note,"
                + "inner.times,perhaps.at,perhaps.note,perhaps.times,items,gaps,names,since,deep\n");
  }

  @Test
  void timesAreInstantsAndNothingIsNull() throws IOException {
    String table = table(Everything.SCHEMA, List.of(Everything.full("x")), Set.of());

    assertThat(table.lines().skip(1))
        .singleElement()
        .asString()
        .contains("2019-10-01T04:00:00.001Z", ",B,1970-01-01T00:00:00.000Z,x,")
        .contains("\"\"at\"\":\"\"1970-01-01T00:00:00.001Z\"\"")
        .contains("\"{\"\"x\"\":\"\"1970-01-02T00:00:00.000Z\"\"}\"")
        .contains(",1969-12-31T23:59:59.999Z,,");
  }

  @Test
  void aTextThatLooksLikeAFormulaIsGuardedUnlessRaw() throws IOException {
    List<GenericRecord> one = List.of(Everything.full("=HYPERLINK(\"x\")"));

    assertThat(table(Everything.SCHEMA, one, Set.of()).lines().skip(1).findFirst().orElseThrow())
        .startsWith("\"'=HYPERLINK(\"\"x\"\")\",\"'=")
        .contains(",-2147483648,");
    assertThat(table(Everything.SCHEMA, one, Set.of(CsvOption.RAW)).lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("\"=HYPERLINK(\"\"x\"\")\",\"=");
  }

  @Test
  void aByteOrderMarkIsWrittenOnRequestOnly() throws IOException {
    assertThat(table(Everything.SCHEMA, List.of(), Set.of(CsvOption.BYTE_ORDER_MARK)))
        .startsWith("\uFEFFtext,");
  }

  private static String table(Schema schema, List<GenericRecord> rows, Set<CsvOption> options)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CsvSink sink = CsvSink.open(schema, options, bytes);
    for (GenericRecord row : rows) {
      sink.write(row);
    }
    sink.finish();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
